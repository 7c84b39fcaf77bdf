import { parentPort } from 'node:worker_threads';

// A reader that does not let go of its processor until it is told to, through memory that both see.
parentPort.on('message', ({ bytes, opciones }) => {
  Atomics.wait(new Int32Array(opciones.lista.buffer), 0, 0);
  parentPort.postMessage({ valor: { estado: `leídos ${bytes.length} bytes` } });
});
