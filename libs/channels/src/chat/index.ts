export * from './chat-desk.service.js';
export * from './chat.module.js';
export * from './chats.service.js';
