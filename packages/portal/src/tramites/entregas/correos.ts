import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import type { Caso } from '../consultas.ts';
import { caminoDelCaso } from '../escribir-en-caso.ts';
import { nombreDelEstado, palabrasDe, queSigue } from '../palabras.ts';
import { limiteParaCompletar } from '../reloj.ts';
import { requerimientoAbierto } from './estado-de-entrega.ts';

export interface Correo {
  asunto: string;
  texto: string;
}

interface CorreoConDocumento extends Correo {
  /** Of the file that goes with it. */
  nombre: string;
}

interface DelDocumento {
  urlPublica: string;
  /** Where whoever holds the document may check it. */
  verificar: string;
}

const conDocumento = (
  caso: Caso,
  d: DelDocumento,
  asunto: string,
  parrafos: readonly string[],
  nombre: string,
): CorreoConDocumento => ({
  asunto,
  texto: [
    ...parrafos,
    `Puede seguirlo en ${d.urlPublica}${caminoDelCaso(caso)}`,
    `Quien reciba el documento puede comprobarlo en ${d.verificar}`,
  ].join('\n\n'),
  nombre: `${nombre}-${caso.radicado}.pdf`,
});

export function correoDelAcuse(caso: Caso, d: DelDocumento): CorreoConDocumento {
  const { abierto, adjunto } = palabrasDe(caso.tipo.flujo);
  return conDocumento(
    caso,
    d,
    abierto.asunto(caso.radicado),
    [abierto.texto(caso.tipo.nombre, caso.radicado), queSigue(caso), adjunto],
    'acuse',
  );
}

export function correoDeLaDecision(caso: Caso, d: DelDocumento): CorreoConDocumento {
  const { terminado } = palabrasDe(caso.tipo.flujo);
  const estado = nombreDelEstado(caso);
  return conDocumento(
    caso,
    d,
    terminado.asunto(estado, caso.radicado),
    [
      `${terminado.texto(caso.tipo.nombre)}, radicado ${caso.radicado}: ${estado.toLowerCase()}.`,
      queSigue(caso),
      'Adjuntamos la decisión con sus razones.',
    ],
    'decision',
  );
}

/** What was asked, and until when: the days are counted from this mail, which is how the person knows. */
export function correoDelRequerimiento(caso: Caso, o: { urlPublica: string; hoy: Fecha }): Correo {
  const hasta = formatearFecha(limiteParaCompletar(caso.tipo.flujo, o.hoy));
  return {
    asunto: `Le pedimos algo para seguir: trámite ${caso.radicado}`,
    texto: [
      `Sobre su trámite «${caso.tipo.nombre}», radicado ${caso.radicado}:`,
      requerimientoAbierto(caso)?.datos.texto ?? '',
      `Tiene hasta el ${hasta}.`,
      `Mírelo y responda en ${o.urlPublica}${caminoDelCaso(caso)}`,
    ].join('\n\n'),
  };
}
