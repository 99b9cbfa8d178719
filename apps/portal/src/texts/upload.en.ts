/** What is said while files are sent in pieces; `{name}` and `{percent}` are filled in by the page’s script. */
export const uploadEn = {
  sending: 'Sending “{name}”: {percent} %',
  checking: '“{name}” has arrived and is being checked.',
  waiting: 'No connection. “{name}” goes on by itself from {percent} %.',
  sent: '“{name}” is attached.',
  later: '“{name}” will be sent together with the form.',
  hold: 'The page goes on as soon as the files have arrived.',
  remove: 'Remove',
  cancel: 'Cancel',
};
