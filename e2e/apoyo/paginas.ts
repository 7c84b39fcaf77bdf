import type { Persona } from './personas.ts';

/** Somebody who reads and sends pages without script and without a browser. */
export interface Lectora {
  /** @returns the page, with the hidden fields of its first form that writes */
  ver(camino: string): Promise<{ estado: number; html: string; ocultos: Record<string, string> }>;
  /** Sends a form over the hidden fields of the page that was seen last. @returns where it leads, when it does */
  enviar(
    camino: string,
    campos: Record<string, string>,
  ): Promise<{ estado: number; a: string; html: string }>;
}

let leyeron = 0;

/** @param sesion what the cookie of the session says */
export function lectora(url: string, sesion: string): Lectora {
  leyeron++;
  // One address each, as `visita.ts`: the limits by address are for one person.
  const direccion = `10.1.${leyeron >> 8}.${leyeron & 255}`;
  const galletas = new Map([['sesion', sesion]]);
  let ocultos: Record<string, string> = {};
  const pedir = async (camino: string, opciones: RequestInit = {}) => {
    const r = await fetch(`${url}${camino}`, {
      redirect: 'manual',
      ...opciones,
      headers: {
        cookie: [...galletas].map(([nombre, valor]) => `${nombre}=${valor}`).join('; '),
        'x-forwarded-for': direccion,
        origin: url,
        ...(opciones.method && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    for (const galleta of r.headers.getSetCookie()) {
      const [nombre = '', valor = ''] = galleta.split(';')[0]?.split('=') ?? [];
      galletas.set(nombre, valor);
    }
    return { estado: r.status, a: r.headers.get('location') ?? '', html: await r.text() };
  };
  return {
    async ver(camino) {
      const { estado, html } = await pedir(camino);
      const formulario = /<main[\s\S]*?<form method="post"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
      ocultos = Object.fromEntries(
        [...formulario.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
          ([, nombre = '', valor = '']) => [nombre, valor],
        ),
      );
      return { estado, html, ocultos };
    },
    enviar: (camino, campos) =>
      pedir(camino, { method: 'POST', body: new URLSearchParams({ ...ocultos, ...campos }) }),
  };
}

/** What the form of issue asks for of whoever wants a signature. */
export function expedicionDe(p: Persona): Record<string, string> {
  const [anio = '', mes = '', dia = ''] = p.expedicion.split('-');
  return { 'expedicion-dia': dia, 'expedicion-mes': mes, 'expedicion-anio': anio };
}
