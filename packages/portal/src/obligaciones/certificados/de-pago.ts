import type { FilaPresentada } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';

import type { Transaccion } from '../../plataforma/index.ts';
import type { TipoDocumento } from '../../sello/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import {
  abonosDe,
  estadosAl,
  leerLibro,
  leerLibroDe,
  leerLibroDelCertificado,
  type AbonoDelLibro,
  type Libro,
} from '../libro/index.ts';
import { dibujarCertificado, type Certificado } from './dibujar.ts';

/** Kind of document: money that entered on a day, and what it paid. */
export const DE_PAGO = 'obligaciones.certificado-de-pago';

/** A payment that may be certified. */
export interface PagoHecho extends AbonoDelLibro {
  /** «IVA de enero y febrero de 2026» */
  de: string;
}

/** Money that entered until a day and is still of the obligation that it paid; the newest first. */
export function pagosHechos(libro: Libro, hasta: Fecha): PagoHecho[] {
  const nombres = new Map(
    libro.obligaciones.map((o) => [o.id, obligacionEnPalabras(o.concepto, o.anio, o.periodo)]),
  );
  return abonosDe(libro.renglones)
    .filter((a) => !a.compensado && a.dia <= hasta)
    .map((a) => ({ ...a, de: nombres.get(a.obligacion) ?? '' }))
    .toSorted((a, b) => (a.dia === b.dia ? Number(b.comprobante - a.comprobante) : a.dia < b.dia ? 1 : -1));
}

/** @throws ErrorDominio `obligaciones.pago-no-esta` when it is no payment of theirs, or nothing is left of it */
export async function certificarPago(trx: Transaccion, id: string): Promise<Certificado> {
  const libro = await leerLibro(trx);
  const pago = pagosHechos(libro, trx.hoy).find((p) => p.id === id);
  if (!pago) throw erroresDeObligaciones.pagoNoEsta();
  return {
    tipo: DE_PAGO,
    titulo: 'Certificado de un pago',
    estado: 'pago registrado',
    certifica: {
      frase: `Pagó ${formatearPesos(pago.valor)} el ${formatearFecha(pago.dia)}, de ${pago.de}.`,
      al: trx.hoy,
      corte: String(libro.corte),
      pago: id,
    },
  };
}

export function tipoDePago(urlPublica: string): TipoDocumento {
  return {
    tipo: DE_PAGO,
    nombre: 'Certificado de un pago',
    nombreArchivo: (d) => `pago-${d.publico.nit}-${d.publico.certifica?.pago ?? ''}.pdf`,
    cargar: (trx, d) => leerLibroDe(trx, d.titular, BigInt(d.publico.certifica?.corte ?? '0')),
    dibujar: (cargado, d, autoridad) => {
      const libro = cargado as Libro;
      const al = (d.publico.certifica?.al ?? d.publico.fecha) as Fecha;
      const pago = pagosHechos(libro, al).find((p) => p.id === d.publico.certifica?.pago);
      if (!pago) throw new Error(`The payment of document ${d.id} is not in its cut`);
      return dibujarCertificado(d, autoridad, urlPublica, {
        destacado: {
          rotulo: 'Certificamos que pagó',
          valor: formatearPesos(pago.valor),
          debajo: `El ${formatearFecha(pago.dia)}`,
          filas: [{ clave: 'Lo que pagó', valor: conMayuscula(pago.de) }],
        },
        secciones: [
          { titulo: 'A qué se aplicó', filas: aplicado(libro, pago, al) },
          {
            titulo: 'Tenga en cuenta',
            parrafos: [
              'Cada pago se reparte en proporción a lo que se debía ese día (artículo 804 del Estatuto Tributario). Este certificado no dice si falta algo por pagar.',
            ],
          },
        ],
      });
    },
    async hoy(trx, { idPublico, publico }) {
      const { pago, corte } = publico.certifica ?? {};
      const libro = await leerLibroDelCertificado(trx, idPublico);
      const entonces = libro.renglones.filter((r) => r.comprobante <= BigInt(corte ?? '0'));
      const valor = (renglones: Libro['renglones']) => abonosDe(renglones).find((a) => a.id === pago)?.valor;
      return valor(libro.renglones) === valor(entonces)
        ? { sigue: true, frase: 'El pago sigue registrado igual.' }
        : {
            sigue: false,
            frase: 'Después de expedirlo, el pago se anuló o pasó a otra obligación, entero o una parte.',
          };
    },
  };
}

const RUBROS = {
  impuesto: 'Impuesto',
  anticipo: 'Anticipo',
  retencion: 'Retenciones',
  sancion: 'Sanción',
  interes: 'Intereses de mora',
} as const;

function aplicado(libro: Libro, pago: PagoHecho, al: Fecha): FilaPresentada[] {
  const { estado } = estadosAl(libro, al).find((o) => o.id === pago.obligacion) ?? {};
  const suyo = estado?.abonos.find((a) => a.id === pago.id)?.imputacion;
  if (!suyo) return [];
  const filas = (Object.keys(RUBROS) as (keyof typeof RUBROS)[])
    .filter((r) => suyo.aplicado[r] > 0n)
    .map((r) => ({ clave: RUBROS[r], valor: formatearPesos(suyo.aplicado[r]) }));
  return suyo.exceso > 0n
    ? [...filas, { clave: 'Más de lo que se debía', valor: formatearPesos(suyo.exceso) }]
    : filas;
}
