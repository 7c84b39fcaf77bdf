import { once } from 'node:events';
import { formatoDeExogena } from '@autogestion/normas/exogena';
import type { Hallazgo } from '@autogestion/normas/exogena';
import { analizarNit } from '@autogestion/normas/nit';
import { definidos } from '@autogestion/normas/definidos';
import { ArchivoIlegible, validarArchivo } from '../terceros/index.ts';
import type { Llamada, Orden } from './orden.ts';
import { ErrorDeUso } from './error-de-uso.ts';

export const ordenTercerosValidar: Orden = {
  uso: 'terceros validar ARCHIVO [--formato N] [--informante NIT] [--json]',
  detalle: 'ARCHIVO es un XML Dmuisca_… o un CSV con títulos, comprimido con gzip o no, o un XLSX.',
  ayuda: 'Revisa una entrega de información de terceros (exógena)',
  opciones: { formato: { type: 'string' }, informante: { type: 'string' }, json: { type: 'boolean' } },
  async ejecutar({ argumentos, opciones }) {
    const [archivo, ...demas] = argumentos;
    if (archivo === undefined) throw new ErrorDeUso('sin-archivo', 'Falta el archivo.');
    if (demas.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${demas.join(' ')}».`);
    const salida = opciones.json ? enJson() : enTexto();
    const validado = await validarArchivo(archivo, {
      ...definidos({ formato: formatoDe(opciones), informante: informanteDe(opciones) }),
      alHallar: salida.hallazgo,
      alAvanzar: (registros) => console.error(`${registros} registros…`),
    }).catch((error: unknown) => {
      throw error instanceof ArchivoIlegible ? new ErrorDeUso(error.codigo, error.message) : error;
    });
    await salida.fin(validado);
    return salida.cuantos() === 0 ? 0 : 1;
  },
};

function formatoDe({ formato }: Llamada['opciones']): string | undefined {
  if (typeof formato !== 'string') return undefined;
  if (!formatoDeExogena(formato))
    throw new ErrorDeUso('formato', `El formato ${formato} no se revisa.`, 'formato');
  return formato;
}

function informanteDe({ informante }: Llamada['opciones']): string | undefined {
  if (typeof informante !== 'string') return undefined;
  const leido = analizarNit(informante);
  if (!leido.ok) throw new ErrorDeUso(leido.codigo, leido.mensaje, 'informante');
  return leido.valor.nit;
}

interface Salida {
  hallazgo: (h: Hallazgo) => Promise<void>;
  fin: (validado: Awaited<ReturnType<typeof validarArchivo>>) => Promise<void>;
  cuantos: () => number;
}

/** Every fault as it is found: half a million bad rows fit in no array, so the summary comes after them. */
function enJson(): Salida {
  let cuantos = 0;
  return {
    cuantos: () => cuantos,
    hallazgo({ fila, campo, codigo, mensaje }) {
      const antes = cuantos === 0 ? '{"errores":[\n' : ',\n';
      cuantos += 1;
      return escribir(antes + JSON.stringify({ fila, campo, codigo, mensaje }));
    },
    fin({ formato, version, registros }) {
      const antes = cuantos === 0 ? '{"errores":[' : '\n';
      return escribir(`${antes}],${JSON.stringify({ formato, version, registros }).slice(1)}\n`);
    },
  };
}

function enTexto(): Salida {
  let cuantos = 0;
  return {
    cuantos: () => cuantos,
    hallazgo({ fila, campo, mensaje }) {
      cuantos += 1;
      const donde = [fila > 0 ? `Fila ${fila}` : 'Archivo', campo].filter((x) => x !== '').join(', ');
      return escribir(`${donde}: ${mensaje}\n`);
    },
    fin({ formato, version, registros }) {
      const cual = formato === null ? 'Formato desconocido' : `Formato ${formato} versión ${version ?? '?'}`;
      return escribir(`${cual}: ${registros} registros, ${cuantos} ${cuantos === 1 ? 'error' : 'errores'}\n`);
    },
  };
}

async function escribir(texto: string): Promise<void> {
  if (!process.stdout.write(texto)) await once(process.stdout, 'drain');
}
