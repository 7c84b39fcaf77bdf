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
import type { Transaccion } from '../plataforma/index.ts';
import type { Carta, DocumentoPublico, DocumentoSellado, TipoDocumento } from '../sello/index.ts';
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
    delEstadoDelRut: true,
    nombreArchivo: (d) => `RUT-${d.publico.nit}-${d.publico.fecha}.pdf`,
    carta: (trx, d) => cartaDeCopia(trx, d, urlPublica),

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

/** The copy that comes with a registration or an update goes to the e-mail of the RUT; one that is asked for is not sent. */
async function cartaDeCopia(
  trx: Transaccion,
  d: DocumentoSellado,
  urlPublica: string,
): Promise<Carta | undefined> {
  if (d.contenido.entregar !== 'si') return undefined;
  const version = await versionPorId(trx, d.contenido.version ?? '');
  if (!version) return undefined;
  const { registro } = version;
  const nueva = version.numero === 1;
  return {
    destino: registro.ubicacion.correo,
    asunto: nueva ? 'Su RUT quedó inscrito' : 'Su RUT quedó actualizado',
    texto: [
      `${nueva ? 'Su inscripción en el' : 'La actualización de su'} RUT quedó registrada con el radicado ${version.radicado}.`,
      `Su NIT es ${formatearNit(registro.nit, registro.dv)}.`,
      '',
      'Adjuntamos la copia. Tiene el sello de la oficina y un código QR: quien la reciba puede comprobar que es verdadera en',
      `${urlPublica}/verificar/${d.idPublico}`,
      '',
      nueva
        ? 'Si usted no hizo esta inscripción, guarde este mensaje y denúncielo ante la autoridad tributaria.'
        : 'Si usted no hizo este cambio, entre a su cuenta, cierre las demás sesiones y cambie la contraseña; después actualice el RUT otra vez con lo que es cierto.',
    ].join('\n'),
    nombre: `RUT-${registro.nit}.pdf`,
  };
}
