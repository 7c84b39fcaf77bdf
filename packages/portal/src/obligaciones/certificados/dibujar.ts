import {
  firmarDeclaracion,
  renderizarActa,
  urlDeQr,
  type PedidoActa,
  type SeccionPresentada,
} from '@autogestion/documentos';
import { formatearFecha, formatearFechaHora, type Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { Autoridad, Documento, DocumentoPublico } from '../../sello/index.ts';

/** What is certified, besides of whom. `estado` is what the signed statement of the QR says. */
export interface Certificado extends Pick<DocumentoPublico, 'titulo' | 'estado' | 'desde' | 'certifica'> {
  tipo: string;
}

interface LoEscrito {
  /** The answer, large; whose it is comes under it. */
  destacado: Pick<NonNullable<PedidoActa['destacado']>, 'rotulo' | 'valor' | 'debajo' | 'filas'>;
  secciones: SeccionPresentada[];
  /** SHA-256 of the entries that it comes from. */
  huella?: string;
}

/** A certificate on paper: the answer, of whom, what it says, and of which day and with what was known. */
export async function dibujarCertificado(
  d: Documento,
  autoridad: Autoridad,
  urlPublica: string,
  { destacado, secciones, huella }: LoEscrito,
): Promise<Uint8Array> {
  const { titulo, nit, dv, nombre, estado, fecha, certifica, demostracion } = d.publico;
  const declaracion = await firmarDeclaracion(
    { id: d.idPublico, nit, dv, nombre, estado, fecha },
    autoridad.material,
  );
  return renderizarActa({
    presentacion: { titulo, secciones },
    destacado: {
      ...destacado,
      filas: [{ clave: 'De', valor: `${nombre}, NIT ${formatearNit(nit, dv)}` }, ...(destacado.filas ?? [])],
    },
    rotulos: {
      asunto: 'Certificado',
      cierre: 'De dónde sale',
      explicacion:
        'El sello de la oficina cubre todo el documento. Quien lo reciba puede comprobarlo con el código QR, con el archivo o ' +
        'sin conexión; con el código se ve también si hoy sigue siendo así.',
    },
    firma: [
      ...(certifica?.al ? [{ clave: 'Al día', valor: formatearFecha(certifica.al as Fecha) }] : []),
      ...(certifica?.corte
        ? [{ clave: 'Con lo registrado', valor: `Hasta el asiento ${certifica.corte} del libro` }]
        : []),
      ...(huella ? [{ clave: 'Huella de los asientos (SHA-256)', valor: huella }] : []),
      { clave: 'Expedido', valor: `${formatearFechaHora(d.emitidoEn)}, hora de Colombia` },
    ],
    adjuntos: [],
    generadoEn: d.emitidoEn,
    codigo: d.idPublico,
    qr: urlDeQr(urlPublica, d.idPublico, declaracion),
    demostracion,
  });
}
