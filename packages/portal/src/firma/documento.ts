import {
  adjuntosDelActo,
  firmarDeclaracion,
  renderizarActa,
  urlDeQr,
  type FilaPresentada,
} from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { TipoDocumento } from '../sello/index.ts';
import { TIPOS_DE_ACTO } from './actos.ts';
import { actoPorId, type ActoGuardado } from './consultas.ts';
import type { Evidencia, FactorUsado } from './evidencia.ts';

/** Kind of document: a signed act with its proof inside. */
export const DOCUMENTO = 'firma.acto';

/** Each act has one document. */
export const claveDelDocumento = (acto: string): string => `${DOCUMENTO}:${acto}`;

export function tipoActoFirmado(urlPublica: string): TipoDocumento {
  return {
    tipo: DOCUMENTO,
    nombre: 'Acto firmado',
    nombreArchivo: (d) => `${d.publico.firma?.radicado ?? d.idPublico}.pdf`,

    async cargar(trx, d) {
      const acto = await actoPorId(trx, d.contenido.acto ?? '');
      if (!acto) throw new Error(`The act of document ${d.id} does not exist`);
      return { acto, formulario: trx.casa.uno(TIPOS_DE_ACTO, acto.tipo).formulario };
    },

    async dibujar(cargado, d, autoridad) {
      const { acto, formulario } = cargado as { acto: ActoGuardado; formulario?: string };
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      return renderizarActa({
        ...definidos({ formulario: formulario || undefined }),
        presentacion: acto.mostrado,
        destacado: {
          rotulo: 'Radicado',
          valor: acto.radicado,
          debajo: `Firmado el ${formatearFechaHora(acto.firmadoEn)}, hora de Colombia`,
        },
        firma: filasDeFirma(acto, formatearNit(nit, dv)),
        adjuntos: adjuntosDelActo(
          { canonico: acto.canonico, jws: acto.jws, cms: new Uint8Array(acto.cms) },
          acto.mostrado,
          acto.evidencia,
        ),
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        demostracion,
      });
    },
  };
}

function filasDeFirma(
  { evidencia: e, radicado, firmadoEn }: ActoGuardado,
  nitTitular: string,
): FilaPresentada[] {
  const porOtro = e.por.nit !== e.actuo.nit;
  return [
    { clave: 'Radicado', valor: radicado },
    { clave: 'Firmado por', valor: `${e.actuo.nombre}, NIT ${formatearNit(e.actuo.nit)}` },
    ...(porOtro ? [{ clave: 'En nombre de', valor: `${e.por.nombre}, NIT ${nitTitular}` }] : []),
    { clave: 'Fecha y hora', valor: `${formatearFechaHora(firmadoEn)}, hora de Colombia` },
    { clave: 'Cómo firmó', valor: e.factores.map(factorEnPalabras).join('; ') },
    { clave: 'Certificado', valor: `Serie ${e.certificado.serie}, vigente ${vigencia(e)}` },
    {
      clave: 'Acuerdo de uso',
      valor: `Versión ${e.acuerdo.version}, aceptado el ${formatearFechaHora(new Date(e.acuerdo.aceptadoEn))}`,
    },
    { clave: 'Huella de lo firmado (SHA-256)', valor: e.acto.sha256 },
    { clave: 'Huella de lo mostrado (SHA-256)', valor: e.mostrado },
  ];
}

const vigencia = ({ certificado: { desde, hasta } }: Evidencia) =>
  `del ${formatearFechaHora(new Date(desde))} al ${formatearFechaHora(new Date(hasta))}`;

function factorEnPalabras(f: FactorUsado): string {
  switch (f.factor) {
    case 'contrasena':
      return 'contraseña de la firma';
    case 'registro-de-identidad':
      return 'identidad comprobada en el registro';
    case 'llave-de-acceso':
      return 'llave de acceso de su dispositivo';
    case 'clave-dinamica':
      return `clave dinámica enviada por ${f.canal === 'correo' ? 'correo' : 'mensaje de texto'} a ${f.destino}`;
  }
}
