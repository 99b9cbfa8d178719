declare module 'virtual:mantine-variables.css';
declare module 'virtual:mantine-styles.css';
