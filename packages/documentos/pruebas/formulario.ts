import { renderizarFormulario001, type PedidoFormulario001 } from '../src/formulario-001/index.ts';
import { Carpeta, ejecutar } from './herramientas.ts';
import { pedidoDePrueba } from './muestras.ts';

/** Form 001 drawn and kept in a folder of the test. */
export async function documento(cambios: Partial<PedidoFormulario001> = {}) {
  const pedido = await pedidoDePrueba(cambios);
  const carpeta = new Carpeta();
  const bytes = await renderizarFormulario001(pedido);
  return { pedido, carpeta, bytes, ruta: carpeta.guardar('f001.pdf', bytes) };
}

/** Text of the document in one line, as a person reads it. */
export function textoDe(ruta: string): string {
  return ejecutar('pdftotext', ['-raw', ruta, '-']).texto.replaceAll(/\s+/g, ' ');
}

export const paginasDe = (ruta: string) =>
  Number(/^Pages: +(\d+)$/m.exec(ejecutar('pdfinfo', [ruta]).texto)?.[1]);

/** Every object of the PDF as qpdf reads it. */
export function objetosDe(ruta: string): Record<string, unknown>[] {
  const { texto } = ejecutar('qpdf', ['--json=2', '--json-key=qpdf', ruta]);
  const { qpdf } = JSON.parse(texto) as {
    qpdf: [unknown, Record<string, { value?: unknown; stream?: { dict: unknown } }>];
  };
  return Object.values(qpdf[1]).map(
    ({ value, stream }) => (value ?? stream?.dict ?? {}) as Record<string, unknown>,
  );
}

interface Palabra {
  pagina: number;
  texto: string;
  caja: [izquierda: number, arriba: number, derecha: number, abajo: number];
}

/** Each word with where it stands, in points from the top of its page, as poppler finds it. */
export function palabrasDe(ruta: string): Palabra[] {
  const { texto } = ejecutar('pdftotext', ['-bbox', ruta, '-']);
  return texto
    .split('<page ')
    .slice(1)
    .flatMap((pagina, numero) =>
      [...pagina.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
        ([, x0, y0, x1, y1, palabra = '']) => ({
          pagina: numero,
          texto: palabra.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
          caja: [Number(x0), Number(y0), Number(x1), Number(y1)] as Palabra['caja'],
        }),
      ),
    );
}
