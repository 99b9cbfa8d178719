export * from './chat-availability.service.js';
export * from './chat.module.js';
export * from './chats.service.js';
