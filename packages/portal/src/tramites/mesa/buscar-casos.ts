import type { Fecha } from '@autogestion/normas/fechas';
import { analizarNit, formatearNit } from '@autogestion/normas/nit';
import { plegar } from '@autogestion/normas/texto';
import { sql } from 'kysely';
import { auditar, FORMA_RADICADO, llamada, type Transaccion } from '../../plataforma/index.ts';
import { exigirRol } from '../atender-caso.ts';
import { nombreDeEstado } from '../palabras.ts';
import { TIPOS_DE_CASO } from '../tipos.ts';
import { MESA } from './acceso.ts';

export interface Hallado {
  radicado: string;
  nombre: string;
  /** Whose it is, and their NIT as it is read. */
  persona: string;
  nit: string;
  radicadoDia: Fecha;
  estado: string;
  vence: Fecha | null;
}

/** What was typed in the box of the desk, as what it looks for. */
type Busqueda = { por: 'radicado' | 'nit' | 'nombre'; valor: string };

/** House rule: fewer letters than these find half of the country. */
const LETRAS_MINIMAS = 3;

/**
 * A radicado by its form, a NIT or a cédula by its figures, and any other thing is words of a name.
 * @returns a message when it is none of them.
 */
export function leerBusqueda(texto: string): { ok: true; valor: Busqueda } | { ok: false; mensaje: string } {
  const junto = texto.replaceAll(/\s/g, '').toUpperCase();
  if (junto === '') return { ok: false, mensaje: 'Escriba un radicado, un NIT o un nombre.' };
  if (FORMA_RADICADO.test(junto)) return { ok: true, valor: { por: 'radicado', valor: junto } };
  if (!/[a-zñáéíóúü]/i.test(junto)) {
    const nit = analizarNit(junto);
    return nit.ok ? { ok: true, valor: { por: 'nit', valor: nit.valor.nit } } : nit;
  }
  const palabras = palabrasDe(texto);
  if (palabras.join('').length < LETRAS_MINIMAS)
    return { ok: false, mensaje: `Escriba al menos ${LETRAS_MINIMAS} letras del nombre.` };
  // Each word, from its beginning: «mar roj» finds «María Rojas».
  return { ok: true, valor: { por: 'nombre', valor: palabras.map((p) => `${p}:*`).join(' & ') } };
}

/** As the registry keeps them to look for: small letters, without tildes, and n for ñ. */
const palabrasDe = (texto: string): string[] =>
  plegar(texto)
    .replaceAll('ñ', 'n')
    .match(/[a-z0-9]+/g)
    ?.slice(0, 8) ?? [];

/** House rule: whoever gets as many as these writes another word. */
export const HALLADOS_MAXIMO = 50;

/** Among the cases that the official may open, the open ones first. Whose they are sees that they were looked for. */
export async function buscarCasos(trx: Transaccion, b: Busqueda): Promise<Hallado[]> {
  await exigirRol(trx, MESA.roles);
  const de = (por: Busqueda['por']) => (b.por === por ? b.valor : null);
  const { rows } = await sql<{
    radicado: string;
    tipo: string;
    radicado_dia: Fecha;
    estado: string | null;
    vence: Fecha | null;
    titular_id: string;
    nombre: string;
    nit: string;
    dv: number;
  }>`select radicado, tipo, radicado_dia, estado, vence, titular_id, nombre, nit, dv
    from ${llamada('tramites.buscar', { radicado: de('radicado'), nit: de('nit'), nombre: de('nombre'), ahora: trx.ahora, limite: HALLADOS_MAXIMO })}`.execute(
    trx.bd,
  );
  const hallados = [...new Set(rows.map((r) => r.titular_id))];
  await auditar(trx, { accion: 'tramites.buscar', datos: { por: b.por, hallados: hallados.length } });
  for (const persona of hallados) {
    await auditar(trx, { accion: 'tramites.buscar-casos', persona, datos: { por: b.por } });
  }
  return rows.map((r) => {
    const tipo = trx.casa.uno(TIPOS_DE_CASO, r.tipo);
    return {
      radicado: r.radicado,
      nombre: tipo.nombre,
      persona: r.nombre,
      nit: formatearNit(r.nit, r.dv),
      radicadoDia: r.radicado_dia,
      estado: r.estado ? nombreDeEstado(tipo.flujo, r.estado) : 'Terminado',
      vence: r.vence,
    };
  });
}
