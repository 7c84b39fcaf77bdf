import {
  codigoBarrasFormulario,
  firmarDeclaracion,
  GLN_DEMOSTRACION,
  renderizarFormulario001,
  urlDeQr,
} from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import { bloquesDeHojas, casillasHoja1, leyendaDeCopia, type RegistroRut } from '@autogestion/normas/rut';
import { formatearNit } from '@autogestion/normas/nit';
import type { DocumentoPublico, TipoDocumento } from '../sello/index.ts';
import { versionPorId, type EstadoConFecha, type EstadoRut, type VersionRut } from './consultas.ts';
import { nombreDe } from './nombre.ts';

/** Kind of document: the electronic copy of form 001. */
export const COPIA = 'rut.copia';

/** What whoever holds the copy may confirm. */
export function publicoDeCopia(c: {
  registro: RegistroRut;
  estado: Pick<EstadoConFecha, 'estado' | 'desde'>;
  fecha: Fecha;
  demostracion: boolean;
  /** When the version that is copied is not the one in force. */
  anterior?: { numero: number; hasta: Fecha } | undefined;
}): DocumentoPublico {
  const { registro, estado, anterior } = c;
  return {
    titulo: anterior ? 'Copia de una versión anterior del RUT' : 'Copia del RUT',
    nit: registro.nit,
    dv: registro.dv,
    nombre: nombreDe(registro),
    estado: estado.estado,
    desde: estado.desde,
    fecha: c.fecha,
    demostracion: c.demostracion,
    ...definidos({ version: anterior }),
  };
}

/** How a copy is drawn: the boxes of its version, the state on its day, and the signed statement in the QR. */
export function tipoCopia(urlPublica: string): TipoDocumento {
  return {
    tipo: COPIA,
    nombre: 'Copia del RUT',
    nombreArchivo: (d) => `RUT-${d.publico.nit}-${d.publico.fecha}.pdf`,

    async cargar(trx, d) {
      const version = await versionPorId(trx, d.contenido.version ?? '');
      if (!version) throw new Error(`The version of document ${d.id} does not exist`);
      return version;
    },

    async dibujar(cargado, d, autoridad) {
      const version = cargado as VersionRut;
      const { nit, dv, nombre, estado, fecha } = d.publico;
      const leyenda = leyendaDeCopia({
        estado: estado as EstadoRut,
        desde: d.publico.desde as Fecha | undefined,
        hasta: d.publico.version?.hasta as Fecha | undefined,
      });
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      return renderizarFormulario001({
        casillas: casillasHoja1(version.registro, {
          concepto: version.concepto,
          numeroFormulario: version.formulario,
          fecha: fecha as Fecha,
          firmante: { nombre },
        }),
        hojas: bloquesDeHojas(version.registro),
        leyenda: leyenda.titulo,
        estado: leyenda.detalle,
        version: version.numero,
        generadoEn: d.emitidoEn,
        numeroFormulario: version.formulario,
        codigoBarras: codigoBarrasFormulario(GLN_DEMOSTRACION, version.formulario),
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        datos: {
          documento: d.idPublico,
          nit: formatearNit(nit, dv),
          estado,
          ...definidos({ estadoDesde: d.publico.desde }),
          version: version.numero,
          ...definidos({ vigenteHasta: d.publico.version?.hasta }),
          radicado: version.radicado,
          hash: version.hash.toString('hex'),
          registro: version.registro,
        },
        demostracion: d.publico.demostracion,
      });
    },
  };
}
