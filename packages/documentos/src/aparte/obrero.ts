import { parentPort } from 'node:worker_threads';
import { hacerTarea, type Encargo, type Respuesta } from './tareas.ts';

// A worker of `aparte`: one file at a time, with no more than the file and the options that it is handed.
parentPort?.on('message', (encargo: Encargo) => {
  const responder = (respuesta: Respuesta, cede: ArrayBuffer[] = []) =>
    parentPort?.postMessage(respuesta, cede);
  hacerTarea(encargo).then(
    // The file may be part of what is answered: it goes back as it came, and nothing is copied.
    (valor) => responder({ valor }, [encargo.bytes.buffer]),
    (error: unknown) => responder({ error: error instanceof Error ? error : new Error(String(error)) }),
  );
});
