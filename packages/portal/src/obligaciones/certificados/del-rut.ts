import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { efectosDelEstado } from '@autogestion/normas/rut';
import type { Transaccion } from '../../plataforma/index.ts';
import { estadoConFecha, historiaDeEstados, type EstadoRut } from '../../rut/index.ts';
import type { TipoDocumento } from '../../sello/index.ts';
import { dibujarCertificado, type Certificado } from './dibujar.ts';

/** Kind of document: being in the RUT, and in which state since when. */
export const DEL_RUT = 'obligaciones.inscripcion-en-el-rut';

/** Of today: what the registry says of another day is in the copy of that version. */
export async function certificarRut(trx: Transaccion, titular: string): Promise<Certificado> {
  const { estado, desde } = await estadoConFecha(trx, titular);
  return { tipo: DEL_RUT, titulo: 'Certificado de inscripción en el RUT', estado, desde };
}

/** As a certificate says it, of whoever it is. */
const EN_PALABRAS: Record<EstadoRut, string> = {
  activo: 'Inscripción activa',
  suspendido: 'Inscripción suspendida',
  cancelado: 'Inscripción cancelada',
};

export function tipoDelRut(urlPublica: string): TipoDocumento {
  return {
    tipo: DEL_RUT,
    nombre: 'Certificado de inscripción en el RUT',
    delEstadoDelRut: true,
    nombreArchivo: (d) => `inscripcion-rut-${d.publico.nit}-${d.publico.fecha}.pdf`,
    cargar: async (trx, d) => (await historiaDeEstados(trx, d.titular))[0]?.desde,
    dibujar: (inscrito, d, autoridad) => {
      const { fecha } = d.publico;
      const estado = d.publico.estado as EstadoRut;
      const desde = (d.publico.desde ?? fecha) as Fecha;
      return dibujarCertificado(d, autoridad, urlPublica, {
        destacado: {
          rotulo: 'En el RUT',
          valor: EN_PALABRAS[estado],
          debajo: `Desde el ${formatearFecha(desde)}`,
          filas: inscrito
            ? [{ clave: 'Se inscribió', valor: `El ${formatearFecha(inscrito as Fecha)}` }]
            : [],
        },
        secciones: [
          {
            titulo: 'Qué certifica',
            parrafos: [
              estado === 'activo'
                ? `El ${formatearFecha(fecha as Fecha)} está en el Registro Único Tributario y su inscripción está activa.`
                : `El ${formatearFecha(fecha as Fecha)} su inscripción en el Registro Único Tributario no está activa. ${efectosDelEstado(estado).enBreve}`,
              'Los demás datos del RUT están en su copia, que también se pide gratis.',
            ],
          },
        ],
      });
    },
  };
}
