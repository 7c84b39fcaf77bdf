import {
  auditar,
  errores,
  idPublico,
  llamar,
  nuevoRadicado,
  publicar,
  uuidv7,
  type Archivos,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { revisarRecibido } from '../../tramites/index.ts';
import { erroresDeReclamo } from './errores.ts';
import { vigentesDe, type Vigente } from '../vigentes/index.ts';
import { enUnaLinea } from './consultas.ts';
import type { Motivo } from './motivos.ts';
import { venceEl } from './plazo.ts';

export type ArchivoRevisado = Extract<Awaited<ReturnType<typeof revisarRecibido>>, { ok: true }>['valor'];

interface PorAbrir {
  titular: string;
  anio: number;
  /** Of the record, as its address names it. */
  reporte: string;
  motivo: Motivo;
  relato: string;
  /** Looked at already. */
  pruebas: readonly ArchivoRevisado[];
}

/** House rule: how many files one may bring. */
export const MAXIMO_PRUEBAS = 5;

/**
 * Somebody says that what is reported of them is not so: a case with its number and its clock, which who reported it is told
 * of by a job. @returns its public identifier
 * @throws 404 when nobody reports that, `terceros.ya-reclamado` when they said so before
 */
export async function abrirReclamo(
  trx: Transaccion,
  e: { archivos: Archivos },
  p: PorAbrir,
): Promise<string> {
  const todos = await vigentesDe(trx, p.anio);
  const suyo = todos.find((v) => v.id === p.reporte);
  if (!suyo) throw errores.noEncontrado();
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  const radicado = await nuevoRadicado(trx, 'RT');
  const pruebas = [];
  for (const { nombre, media, contenido } of p.pruebas.slice(0, MAXIMO_PRUEBAS)) {
    const { id: archivo } = await e.archivos.guardar(trx, { persona: p.titular, tipo: media, contenido });
    pruebas.push({ id: uuidv7(trx.ahora), id_publico: idPublico(), nombre, archivo });
  }
  const dicho = await llamar(trx, 'terceros.abrir_reclamo', {
    ...{ id, idPublico: publico, radicado, anio: p.anio },
    ...{ entrega: suyo.entrega, fila: suyo.fila, orden: suyo.orden },
    iguales: todos.filter((v) => loMismo(v, suyo)).length,
    ...{ motivo: p.motivo, relato: p.relato },
    ...{ dia: trx.hoy, vence: venceEl(trx.hoy), ahora: trx.ahora, pruebas },
  });
  if (dicho === 'repetido') throw erroresDeReclamo.yaReclamado();
  if (dicho !== 'abierto') throw errores.noEncontrado();
  await auditar(trx, {
    accion: 'terceros.reclamar',
    persona: p.titular,
    objeto: `reclamo:${id}`,
    datos: { radicado, motivo: p.motivo },
  });
  await publicar(trx, 'terceros.reclamo-abierto', { id });
  return publico;
}

const loMismo = ({ reporte: a }: Vigente, { reporte: b }: Vigente): boolean =>
  a.informante.nit === b.informante.nit &&
  a.formato === b.formato &&
  enUnaLinea(a.formato, a.concepto, a.campos) === enUnaLinea(b.formato, b.concepto, b.campos);
