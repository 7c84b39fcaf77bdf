import {
  adjuntosDelActo,
  firmarDeclaracion,
  renderizarActa,
  urlDeQr,
  type FilaPresentada,
  type Json,
} from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { Transaccion } from '../plataforma/index.ts';
import { documentoDeClave, type Documento, type TipoDocumento } from '../sello/index.ts';
import { TIPOS_DE_ACTO, type TipoActo } from './actos.ts';
import { actoPorId, type ActoGuardado } from './consultas.ts';
import type { Evidencia, FactorUsado } from './evidencia.ts';

/** Kind of document: a signed act with its proof inside. */
export const DOCUMENTO = 'firma.acto';

/** Each act has one document. */
export const claveDelDocumento = (acto: string): string => `${DOCUMENTO}:${acto}`;

/** The document of an act of somebody; undefined while there is no act. */
export const documentoDelActo = async (
  trx: Transaccion,
  titular: string,
  acto: string | undefined,
): Promise<Documento | undefined> =>
  acto === undefined ? undefined : documentoDeClave(trx, titular, claveDelDocumento(acto));

/** Name of its file, without extension: its kind's, or the radicado. */
export const nombreDelArchivo = (tipo: TipoActo, acto: Json, radicado: string): string =>
  tipo.archivo?.(acto) ?? radicado;

export function tipoActoFirmado(urlPublica: string): TipoDocumento {
  const cargar = async (trx: Transaccion, d: Documento): Promise<Cargado> => {
    const acto = await actoPorId(trx, d.contenido.acto ?? '');
    if (!acto) throw new Error(`The act of document ${d.id} does not exist`);
    return { acto, tipo: trx.casa.uno(TIPOS_DE_ACTO, acto.tipo) };
  };
  const archivo = ({ contenido, publico, idPublico }: Documento) =>
    `${contenido.archivo ?? publico.firma?.radicado ?? idPublico}.pdf`;
  return {
    tipo: DOCUMENTO,
    nombre: 'Acto firmado',
    nombreArchivo: archivo,
    cargar,

    async dibujar(cargado, d, autoridad) {
      const { acto, tipo } = cargado as Cargado;
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const comun = {
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
      };
      const { radicado, firmadoEn } = acto;
      if (tipo.dibujar)
        return tipo.dibujar(loFirmado(acto), { ...comun, radicado, firmadoEn, titular: { nit, dv, nombre } });
      return renderizarActa({
        ...comun,
        ...definidos({ formulario: tipo.formulario || undefined }),
        presentacion: acto.mostrado,
        destacado: {
          rotulo: 'Radicado',
          valor: radicado,
          debajo: `Firmado el ${formatearFechaHora(firmadoEn)}, hora de Colombia`,
        },
      });
    },

    async hoy(trx, { idPublico, publico }) {
      const tipo = trx.casa.todos(TIPOS_DE_ACTO).find((t) => t.tipo === publico.firma?.tipo);
      return tipo?.hoy?.(trx, idPublico);
    },

    async carta(trx, d) {
      const { acto, tipo } = await cargar(trx, d);
      const carta = await tipo.carta?.(trx, loFirmado(acto), {
        documento: d,
        radicado: acto.radicado,
        urlPublica,
      });
      return carta && { ...carta, nombre: archivo(d) };
    },
  };
}

interface Cargado {
  acto: ActoGuardado;
  tipo: TipoActo;
}

/** The act itself, out of the canonical text that was signed. */
const loFirmado = ({ canonico }: ActoGuardado): Json => (JSON.parse(canonico) as { acto: Json }).acto;

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
