import { z } from 'zod';
import { parte } from '../borrador/index.ts';
import { sePuedeFirmar, type BorradorCalculado } from '../cuenta/index.ts';
import { porDecidir } from '../prellenado/index.ts';
import { casillasQueDicen, type Declaracion } from '../presentar/index.ts';

const VALORES = z.record(z.string(), z.union([z.string(), z.number()]));
const CUAL = { formulario: z.string(), anio: z.int(), periodo: z.string() };

export const DeclaracionesApi = z.object({
  porDeclarar: z.array(z.object({ ...CUAL, vence: z.iso.date() })),
  borradores: z.array(z.object({ borrador: z.string(), ...CUAL, numero: z.string(), revision: z.int() })),
  presentadas: z.array(
    z.object({
      declaracion: z.string(),
      ...CUAL,
      numero: z.string(),
      radicado: z.string(),
      presentada: z.iso.date(),
      estado: z
        .enum(['presentada', 'pendiente-de-pago', 'corregida'])
        .describe('«corregida»: otra la reemplazó'),
    }),
  ),
});

export const BorradorApi = z.object({
  borrador: z.string(),
  ...CUAL,
  numero: z.string(),
  revision: z.int(),
  vence: z.iso.date(),
  estado: z.literal('no-presentada'),
  casillas: VALORES.describe('Cada casilla como se presentaría ahora; las que están en cero no se dicen'),
  respuestas: z
    .object({
      casillas: z.record(z.string(), z.unknown()),
      hechos: z.record(z.string(), z.unknown()),
      anexos: z.record(z.string(), z.unknown()),
      temas: z.record(z.string(), z.unknown()),
    })
    .describe('Lo que se ha respondido'),
  faltas: z.array(z.object({ ruta: z.string(), mensaje: z.string() })),
  avisos: z.array(z.object({ ruta: z.string().nullable(), mensaje: z.string(), impide: z.boolean() })),
  supuestos: z.array(z.string()),
  porDecidir: z.array(
    z.object({
      id: z.string(),
      tema: z.string(),
      frase: z.string(),
      renglon: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      porCompletar: z.array(z.string()),
    }),
  ),
  sinResponder: z.int().describe('Preguntas sobre lo que nadie reporta que no tienen respuesta'),
  sePuedeFirmar: z.boolean(),
  firmar: z.url().describe('Donde la persona la lee y la firma: un programa no firma por ella'),
});

export const PresentadaApi = z.object({
  declaracion: z.string(),
  ...CUAL,
  numero: z.string(),
  radicado: z.string(),
  presentada: z.iso.date(),
  vence: z.iso.date(),
  corrige: z.string().nullable().describe('Número de la que reemplaza'),
  reemplazadaPor: z.string().nullable(),
  pendienteDePago: z.boolean(),
  casillas: VALORES,
  hechos: z.record(z.string(), z.number()),
  anexos: z.record(z.string(), z.array(VALORES)),
  pdf: z.url().describe('Sellado; mientras se hace responde 409'),
});

const cual = (c: { formulario: string; anio: number; periodo: string }) => ({
  formulario: c.formulario,
  anio: c.anio,
  periodo: c.periodo,
});

export function enLista(o: {
  porDeclarar: readonly {
    clase: { formulario: { codigo: string } };
    anio: number;
    periodo: string;
    vence: string;
  }[];
  borradores: readonly (Parameters<typeof cual>[0] & {
    idPublico: string;
    numero: string;
    revision: number;
  })[];
  presentadas: readonly Declaracion[];
  pendiente: (d: Declaracion) => boolean;
}): z.output<typeof DeclaracionesApi> {
  return {
    porDeclarar: o.porDeclarar.map((x) => ({
      ...cual({ ...x, formulario: x.clase.formulario.codigo }),
      vence: x.vence,
    })),
    borradores: o.borradores.map((b) => ({
      borrador: b.idPublico,
      ...cual(b),
      numero: b.numero,
      revision: b.revision,
    })),
    presentadas: o.presentadas.map((d) => ({
      declaracion: d.idPublico,
      ...cual(d),
      numero: d.numero,
      radicado: d.radicado,
      presentada: d.presentada,
      estado: d.reemplazadaPor ? 'corregida' : o.pendiente(d) ? 'pendiente-de-pago' : 'presentada',
    })),
  };
}

export function borradorEnJson(b: BorradorCalculado, pagina: string): z.output<typeof BorradorApi> {
  const { borrador, cuenta } = b;
  const { contenido } = borrador;
  return {
    borrador: borrador.idPublico,
    ...cual(borrador),
    numero: borrador.numero,
    revision: borrador.revision,
    vence: b.vencimiento.fecha,
    estado: 'no-presentada',
    casillas: casillasQueDicen(b),
    respuestas: {
      casillas: parte(contenido, 'casilla'),
      hechos: parte(contenido, 'hecho'),
      anexos: parte(contenido, 'anexo'),
      temas: parte(contenido, 'tema'),
    },
    faltas: cuenta.faltas.map(({ casilla, mensaje }) => ({ ruta: casilla, mensaje })),
    avisos: cuenta.reparos.map((r) => ({
      ruta: r.casilla,
      mensaje: r.mensaje,
      impide: r.gravedad === 'error',
    })),
    supuestos: [...cuenta.supuestos],
    porDecidir: porDecidir(b.prellenado, contenido).map((s) => ({
      id: s.id,
      tema: s.tema,
      frase: s.frase,
      renglon: { ...s.renglon },
      porCompletar: [...s.porCompletar],
    })),
    sinResponder: b.sinMirar.nadieReporta,
    sePuedeFirmar: sePuedeFirmar(b),
    firmar: `${pagina}/firmar`,
  };
}

export const presentadaEnJson = (
  d: Declaracion,
  o: { pagina: string; pendienteDePago: boolean },
): z.output<typeof PresentadaApi> => ({
  declaracion: d.idPublico,
  ...cual(d),
  numero: d.numero,
  radicado: d.radicado,
  presentada: d.presentada,
  vence: d.vence,
  corrige: d.acto.corrige,
  reemplazadaPor: d.reemplazadaPor ?? null,
  pendienteDePago: o.pendienteDePago,
  casillas: d.acto.casillas,
  hechos: d.acto.hechos,
  anexos: d.acto.anexos,
  pdf: `${o.pagina}/pdf`,
});
