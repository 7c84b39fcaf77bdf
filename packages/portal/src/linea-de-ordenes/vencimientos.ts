import { EFECTIVO, LEY51, vencimientosDelAnio } from '@autogestion/normas/calendario';
import type { SinFecha, Vencimiento } from '@autogestion/normas/calendario';
import { definidos } from '@autogestion/normas/definidos';
import { analizarNit } from '@autogestion/normas/nit';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto, leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

const CALENDARIOS = { efectivo: EFECTIVO, ley51: LEY51 };

interface Respuesta {
  obligacion: string;
  periodo: string;
  fecha: string;
  regla: string;
  /** The acts that moved the date; null when it stands where its rule puts it. */
  movidaPor: string | null;
}

interface Leida {
  nit: string;
  anio: number;
  obligacion: string | undefined;
  calendario: keyof typeof CALENDARIOS;
}

function responder({ nit, anio, obligacion, calendario }: Leida): {
  lista: Respuesta[];
  sinFecha: SinFecha[];
} {
  const r = vencimientosDelAnio(nit, anio, {
    version: CALENDARIOS[calendario],
    ...definidos({ obligaciones: obligacion === undefined ? undefined : [obligacion] }),
  });
  if (!r.ok) throw new ErrorDeUso(r.codigo, r.mensaje);
  const { vencimientos, sinFecha } = r.valor;
  const [falta] = sinFecha;
  // Asked for by name, what has no date is an error; in the list of all, a note.
  if (obligacion !== undefined && vencimientos.length === 0 && falta) {
    throw new ErrorDeUso(falta.codigo, falta.mensaje);
  }
  return { lista: vencimientos.map(respuesta), sinFecha };
}

function respuesta({ obligacion, periodo, fecha, regla, movidaPor }: Vencimiento): Respuesta {
  const actos = movidaPor.map((a) => a.norma).join(' y ');
  return { obligacion, periodo, fecha, regla, movidaPor: actos === '' ? null : actos };
}

function leer({ nit, anio, obligacion, calendario = 'efectivo' }: Pregunta): Leida {
  const leido = analizarNit(comoTexto(nit));
  if (!leido.ok) throw new ErrorDeUso(leido.codigo, leido.mensaje);
  if (!/^[0-9]{4}$/.test(comoTexto(anio))) {
    throw new ErrorDeUso('anio', 'El año va con cuatro números, por ejemplo 2026.');
  }
  if (obligacion !== undefined && typeof obligacion !== 'string') {
    throw new ErrorDeUso('obligacion-desconocida', 'La obligación va con su nombre, por ejemplo renta-pn.');
  }
  if (calendario !== 'efectivo' && calendario !== 'ley51') {
    throw new ErrorDeUso('calendario', 'El calendario es «efectivo» o «ley51».');
  }
  return { nit: leido.valor.nit, anio: Number(comoTexto(anio)), obligacion, calendario };
}

export const ordenVencimientos: Orden = {
  uso: 'vencimientos --nit NIT --anio AÑO [--obligacion ID] [--calendario efectivo|ley51] [--json] | vencimientos --entrada -',
  ayuda: 'Lo que vence en un año para un NIT, con la regla y lo que lo movió',
  opciones: {
    nit: { type: 'string' },
    anio: { type: 'string' },
    obligacion: { type: 'string' },
    calendario: { type: 'string' },
    json: { type: 'boolean' },
    entrada: { type: 'string' },
  },
  async ejecutar({ argumentos, opciones }) {
    if (argumentos.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${argumentos.join(' ')}».`);
    if (leePorLineas(opciones.entrada)) {
      const contestadas = new Map<string, string>();
      return porLineas((pregunta) => contestar(leer(pregunta), contestadas));
    }
    const { lista, sinFecha } = responder(leer(opciones));
    if (opciones.json) console.log(JSON.stringify(lista));
    else for (const v of lista) console.log(enRenglon(v));
    for (const s of sinFecha) console.error(s.mensaje);
    return 0;
  },
};

function enRenglon({ fecha, obligacion, periodo, regla }: Respuesta): string {
  return `${fecha}  ${obligacion} (${periodo}). ${regla}`;
}

/**
 * No rule looks further than the last two digits, so ten thousand NITs have at most a hundred different
 * years: a whole year is some 140 dates, and writing it once for each takes a minute.
 */
function contestar(leida: Leida, contestadas: Map<string, string>): string {
  const { nit, anio, obligacion = '', calendario } = leida;
  const clave = [nit.slice(-2), anio, obligacion, calendario].join(' ');
  let respuesta = contestadas.get(clave);
  if (respuesta === undefined) {
    contestadas.set(clave, (respuesta = JSON.stringify(responder(leida).lista)));
  }
  return respuesta;
}
