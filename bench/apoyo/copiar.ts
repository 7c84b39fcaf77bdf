import pg from 'pg';

/** COPY as the protocol has it, for which the driver has no words of its own. */
export async function copiar(url: string, texto: string, datos: string): Promise<void> {
  const cliente = new pg.Client({ connectionString: url });
  await cliente.connect();
  try {
    await new Promise<void>((listo, falla) => {
      const copia = {
        submit: (c: { query(t: string): void }) => c.query(texto),
        handleCopyInResponse: (c: { sendCopyFromChunk(b: Buffer): void; endCopyFrom(): void }) => {
          c.sendCopyFromChunk(Buffer.from(datos));
          c.endCopyFrom();
        },
        handleCommandComplete: () => undefined,
        handleReadyForQuery: () => listo(),
        handleError: (error: Error) => falla(error),
      };
      cliente.query(copia);
    });
  } finally {
    await cliente.end();
  }
}
