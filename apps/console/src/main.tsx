import 'virtual:mantine-variables.css';
import 'virtual:mantine-styles.css';
import '../../../dist/fonts/console.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { startInLanguage } from './i18n/i18n.js';
import { trackUserActivity } from './session/user-activity.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
trackUserActivity();
await startInLanguage();
createRoot(root).render(<App />);
