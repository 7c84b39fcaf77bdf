import { formatearPesos } from '../dinero/index.ts';
import { aproximarValor, uvtParaOrientar } from '../uvt/index.ts';
import type { HechosResponsabilidades, IdPregunta } from './hechos.ts';
import { perfilar } from './perfil.ts';

/** A yes/no question. `aplica` looks only at the activities and at the answers to earlier questions. */
export interface PreguntaResponsabilidades {
  id: IdPregunta;
  pregunta: (hechos: HechosResponsabilidades) => string;
  ayuda: (hechos: HechosResponsabilidades) => string;
  aplica: (hechos: HechosResponsabilidades) => boolean;
  /** The rule that makes the answer matter. */
  articulo: string;
}

/** At most six, in the order in which they are asked; the texts show the amounts of the year in pesos. */
export const PREGUNTAS_RESPONSABILIDADES: readonly PreguntaResponsabilidades[] = [
  {
    id: 'vende-gravado',
    pregunta: () => '¿Vende bienes o presta servicios que pagan IVA?',
    ayuda: () =>
      'Casi todos lo pagan. No lo pagan, por ejemplo, los servicios médicos, el transporte público de personas, el transporte de carga, el arriendo de vivienda ni la venta de animales vivos. La lista completa está en los artículos 424 y 476 del Estatuto Tributario.',
    aplica: (hechos) => perfilar(hechos).otras,
    articulo: 'ET 420, 424 y 476',
  },
  {
    id: 'tope-3500',
    pregunta: (hechos) =>
      `¿El año pasado o este año recibió ${cuentaTodo(hechos) ? '' : 'por su actividad '}${enUvt(3_500, hechos.anio - 1)} o más?`,
    ayuda: (hechos) =>
      `Cuente lo que le pagaron antes de restar gastos: ${enUvt(3_500, hechos.anio - 1)} en ${hechos.anio - 1} o ${enUvt(3_500, hechos.anio)} en ${hechos.anio} (3.500 UVT). ${ayudaDelTope(hechos)}${avisoUvt(hechos.anio)}`,
    aplica: (hechos) => {
      const { conTope, comida, soloExcluido } = perfilar(hechos);
      return conTope || comida || soloExcluido;
    },
    articulo: 'ET 437 par. 3 num. 1, 5 y 6, y par. 4; ET 512-13',
  },
  {
    id: 'varios-establecimientos',
    pregunta: () => '¿Tiene más de un local, oficina o sede para su actividad?',
    ayuda: () => 'Si trabaja desde su casa, en la calle o en un solo lugar, responda que no.',
    aplica: (hechos) => {
      const { minorista, comida } = perfilar(hechos);
      return (minorista || comida) && hechos.respuestas['tope-3500'] === false;
    },
    articulo: 'ET 437 par. 3 num. 2; ET 512-13 lit. b',
  },
  {
    id: 'franquicia',
    pregunta: () =>
      '¿Su negocio usa la marca de otro por franquicia, concesión, regalía o un permiso parecido?',
    ayuda: () =>
      'Por ejemplo, un local de una cadena conocida. Si el negocio y su nombre son suyos, responda que no.',
    aplica: (hechos) => {
      const { minorista, comida } = perfilar(hechos);
      const { respuestas } = hechos;
      const aunCumple = respuestas['tope-3500'] === false && respuestas['varios-establecimientos'] === false;
      return comida || (minorista && aunCumple);
    },
    articulo: 'ET 437 par. 3 num. 3; ET 426 par.',
  },
  {
    id: 'usuario-aduanero',
    pregunta: () => '¿Importa o exporta, o es usuario aduanero?',
    ayuda: () => 'Comprar por internet para usted mismo no cuenta.',
    aplica: (hechos) => perfilar(hechos).vende,
    articulo: 'ET 437 par. 3 num. 4; Oficio DIAN 8660 de 2024',
  },
  {
    id: 'debe-declarar-renta',
    pregunta: ({ anio }) => `¿Le corresponde declarar renta por ${anio - 1}?`,
    ayuda: ({ anio }) =>
      `Le corresponde si en ${anio - 1} le pasó al menos una de estas cosas: recibió ${enUvt(1_400, anio - 1)} o más; gastó con tarjeta de crédito, compró o consignó más de esa suma; o al 31 de diciembre sus bienes valían más de ${enUvt(4_500, anio - 1)}.${avisoUvt(anio - 1)}`,
    // The return of the SIMPLE stands in the place of that of the renta (ET 903).
    aplica: (hechos) => !hechos.simple && !perfilar(hechos).responsableIva,
    articulo: 'ET 592, 593 y 594-3; DUR 1.6.1.13.2.7',
  },
];

/** Questions that apply and have no answer yet, in order. Empty when the proposal can be made. */
export function preguntasPendientes(hechos: HechosResponsabilidades): PreguntaResponsabilidades[] {
  return PREGUNTAS_RESPONSABILIDADES.filter((p) => hechos.respuestas[p.id] === undefined && p.aplica(hechos));
}

/**
 * Only the answers to questions that apply: after somebody goes back and changes an answer, those that
 * came after it may no longer have been asked.
 */
export function respuestasQueAplican(hechos: HechosResponsabilidades): HechosResponsabilidades['respuestas'] {
  const respuestas: HechosResponsabilidades['respuestas'] = {};
  for (const { id, aplica } of PREGUNTAS_RESPONSABILIDADES) {
    const respuesta = hechos.respuestas[id];
    if (respuesta !== undefined && aplica({ ...hechos, respuestas })) respuestas[id] = respuesta;
  }
  return respuestas;
}

function ayudaDelTope(hechos: HechosResponsabilidades): string {
  const { conTope, comida, soloExcluido } = perfilar(hechos);
  if (soloExcluido && !comida) return 'De esto depende que deba facturar.';
  if (comida && !conTope) {
    return 'Cuente solo las comidas y bebidas. Responda que sí también si va a cobrar esa suma en una sola operación.';
  }
  if (cuentaTodo(hechos))
    return 'Cuente todo lo que recibió, de cualquier actividad: usted está en el SIMPLE.';
  const estado = enUvt(4_000, hechos.anio - 1);
  return `Responda que sí también si firmó un solo contrato por esa suma o más, o si le consignaron más que eso por su actividad. Si todo lo que recibe es por contratos con el Estado, la suma es ${estado} (4.000 UVT).`;
}

/** In the SIMPLE, whatever one received; otherwise what comes from the activity (ET 437 par. 3 num. 1 and par. 4). */
function cuentaTodo(hechos: HechosResponsabilidades): boolean {
  const { simple, conTope } = perfilar(hechos);
  return simple && conTope;
}

export function enUvt(uvt: number, anio: number): string {
  return formatearPesos(aproximarValor(BigInt(uvt) * uvtParaOrientar(anio).pesos));
}

function avisoUvt(anio: number): string {
  const uvt = uvtParaOrientar(anio);
  return uvt.provisional ? ` La UVT de ${anio} no está cargada: estos valores usan la de ${uvt.anio}.` : '';
}
