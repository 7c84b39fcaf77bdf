import type { Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { auditar, llamar, type Transaccion } from '../../plataforma/index.ts';
import { limiteParaDevolver } from '../reloj.ts';
import { diasHabilesHasta } from '../semaforo.ts';
import type { EnCola } from './cola.ts';

/** A row of a queue as it is worked: whose it is and what of it asks for hands. */
export interface Renglon extends EnCola {
  /** Absent of somebody close to the official: they may not open it either. */
  persona?: { nombre: string; nit: string };
  /** Of what an official must look for outside, how much is written. */
  verificado: { hechas: number; de: number };
  /** Messages of the person that whoever has it has not read. */
  sinLeer: number;
  /** Business days to return what lacks requirements; absent where there is no such term or it is over. */
  paraDevolver?: number;
}

/** Whose the rows of a queue are. The first time in a day that an official sees somebody there, that person is told. */
export async function conQuien(trx: Transaccion, casos: readonly EnCola[]): Promise<Renglon[]> {
  const filas: {
    caso_id: string;
    nombre: string;
    nit: string;
    dv: number;
    verificado: string[];
    sin_leer: bigint;
    titular_id: string;
    primera_vez: boolean;
  }[] = await llamar(trx, 'tramites.detalle_de_cola', {
    casos: casos.map((c) => c.casoId),
    dia: trx.hoy,
    ahora: trx.ahora,
  });
  for (const persona of new Set(filas.filter((f) => f.primera_vez).map((f) => f.titular_id)))
    await auditar(trx, { accion: 'tramites.ver-en-cola', persona });
  const por = new Map(filas.map((f) => [f.caso_id, f]));
  const devolver = diasParaDevolver(trx.hoy);
  return casos.map((c) => {
    const f = por.get(c.casoId);
    const paraDevolver = devolver(c);
    return {
      ...c,
      verificado: {
        hechas: c.tipo.verificables.filter((v) => f?.verificado.includes(v.id)).length,
        de: c.tipo.verificables.length,
      },
      sinLeer: Number(f?.sin_leer ?? 0),
      ...(f && { persona: { nombre: f.nombre, nit: formatearNit(f.nit, f.dv) } }),
      ...(paraDevolver !== undefined && { paraDevolver }),
    };
  });
}

/** Each day of filing is counted once for a whole page. */
function diasParaDevolver(hoy: Fecha): (c: EnCola) => number | undefined {
  const contados = new Map<string, number | undefined>();
  return ({ tipo, radicadoDia, porConfirmar }) => {
    const termino = tipo.flujo.plazos.devolver;
    if (!termino || porConfirmar) return undefined;
    const clave = `${termino} ${radicadoDia}`;
    if (!contados.has(clave)) {
      const hasta = limiteParaDevolver(tipo.flujo, radicadoDia);
      contados.set(clave, hasta !== null && hasta >= hoy ? diasHabilesHasta(hasta, hoy) : undefined);
    }
    return contados.get(clave);
  };
}
