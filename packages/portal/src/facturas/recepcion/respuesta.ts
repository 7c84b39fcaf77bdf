import type { responder } from '@autogestion/documentos/factura-electronica';
import type { DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';
import { definidos } from '@autogestion/normas/definidos';
import { idPublico } from '../../plataforma/index.ts';
import type { EntornoDeRecepcion } from './entorno.ts';

/**
 * The administration for which the register is kept: every document names it as its authorizer (technical annex 1.9), and
 * it is in its name that an ApplicationResponse 02 or 04 goes out.
 */
const NIT_DE_LA_ADMINISTRACION = '800197268';
/** The program that answers, as software of its own. */
const SOFTWARE = '7f1c6f0e-5d5a-4b43-9a0e-3a6d2f3c9b10';

type Dada = Parameters<typeof responder>[0];

/** What the office answers of a document, ready to be signed. */
export function respuestaPara(
  e: Pick<EntornoDeRecepcion, 'autoridad' | 'claves' | 'demostracion'>,
  o: {
    documento: DocumentoElectronico | undefined;
    hallazgos: readonly Hallazgo[];
    rechazado: boolean;
    ahora: Date;
  },
): Dada {
  const { documento: d, rechazado } = o;
  const numero = /^[0-9A-Za-z]{1,40}$/.test(d?.numero ?? '') ? (d?.numero ?? '') : 'ILEGIBLE';
  const identificado = /^[0-9A-Za-z]{1,20}$/.test(d?.emisor?.numero ?? '');
  const deNumeros = /^[0-9]{1,14}$/.test(d?.emisor?.numero ?? '');
  return {
    numero: `AR${idPublico().toUpperCase()}`,
    ambiente: d?.ambiente === '1' ? '1' : '2',
    momento: momentoEnBogota(o.ahora),
    de: {
      numero: NIT_DE_LA_ADMINISTRACION,
      tipo: '31',
      nombre: `${e.autoridad.material.nombre}${e.demostracion ? ' (DEMOSTRACIÓN, sin validez)' : ''}`,
    },
    para: {
      numero: identificado ? (d?.emisor?.numero ?? '') : '222222222222',
      tipo: deNumeros ? (d?.emisor?.tipoDeDocumento ?? '31') : '13',
      nombre: d?.emisor?.nombre ?? 'Sin identificar',
    },
    codigo: rechazado ? '04' : '02',
    descripcion: rechazado ? 'Documento rechazado' : 'Documento validado',
    documento: {
      numero,
      ...definidos({
        codigo: d?.codigo,
        tipo: /^[0-9]{2,3}$/.test(d?.tipo ?? '') ? d?.tipo : undefined,
      }),
    },
    hallazgos: o.hallazgos,
    softwareId: SOFTWARE,
    pin: e.claves.hmac('facturas.respuestas', 'pin').toString('hex').slice(0, 20),
  };
}

/** `2026-03-09T14:04:35-05:00`: Colombia has no other hour. */
function momentoEnBogota(ahora: Date): string {
  return `${new Date(ahora.getTime() - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`;
}
