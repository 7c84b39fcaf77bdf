import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** What a file does if it is posted now: how many payments of each kind, and pesos. */
export interface Prevision {
  conocidos: number;
  valorConocidos: bigint;
  desconocidos: number;
  valorDesconocidos: bigint;
  /** Posted before, from another file. */
  registrados: number;
  valorRegistrados: bigint;
  /** Of those, the ones that the bank tells otherwise now. */
  enDesacuerdo: number;
  yaPagados: number;
  anulados: number;
  otroValor: number;
}

type Pregunta = 'obligaciones.mirar_recaudo' | 'obligaciones.prever_recaudo';

/** @param por `mirar_recaudo` for an official, `prever_recaudo` for the owner */
export async function preverRecaudo(
  trx: Transaccion,
  archivo: string,
  por: Pregunta = 'obligaciones.mirar_recaudo',
): Promise<Prevision> {
  const [f] = await llamar(trx, por, { archivo });
  return {
    conocidos: f?.conocidos ?? 0,
    valorConocidos: f?.valor_conocidos ?? 0n,
    desconocidos: f?.desconocidos ?? 0,
    valorDesconocidos: f?.valor_desconocidos ?? 0n,
    registrados: f?.registrados ?? 0,
    valorRegistrados: f?.valor_registrados ?? 0n,
    enDesacuerdo: f?.en_desacuerdo ?? 0,
    yaPagados: f?.ya_pagados ?? 0,
    anulados: f?.anulados ?? 0,
    otroValor: f?.otro_valor ?? 0,
  };
}
