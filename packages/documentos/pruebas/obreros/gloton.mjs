import { parentPort } from 'node:worker_threads';

// A reader that a file makes ask for memory without end.
parentPort.on('message', () => {
  const todo = [];
  for (;;) todo.push(Array.from({ length: 10_000 }, (_, k) => `${k}`));
});
