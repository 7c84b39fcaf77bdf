import { setTimeout as esperar } from 'node:timers/promises';

/** Reads the mailbox page of the demonstration, as its visitor does, until the last code for `destino` is there. */
export async function codigoPara(url: string, destino: string): Promise<string> {
  const fin = Date.now() + 10_000;
  while (Date.now() < fin) {
    const html = await leerBuzon(url, destino);
    const codigo = /\bes ([0-9A-Z]{6})\./.exec(html)?.[1];
    if (codigo) return codigo;
    await esperar(50);
  }
  throw new Error(`The mailbox has no code for ${destino}`);
}

/** The page of what was sent to one destination, newest first. */
export async function leerBuzon(url: string, destino: string): Promise<string> {
  const respuesta = await fetch(`${url}/operacion/buzon`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
    body: new URLSearchParams({ destino }),
  });
  return respuesta.text();
}
