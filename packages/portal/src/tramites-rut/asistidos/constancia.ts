import { firmarDeclaracion, renderizarActa, urlDeQr } from '@autogestion/documentos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import type { Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular, estadoDeTitular, nombreDe, versionVigente } from '../../rut/index.ts';
import {
  emitirDocumento,
  enmascarado,
  type Carta,
  type DocumentoSellado,
  type TipoDocumento,
} from '../../sello/index.ts';
import { CLASES_ASISTIDAS, type Atencion } from './atencion.ts';
import { atencionPorId } from './consultas.ts';

/** Kind of document: what was done for a person in the office, and that they accepted it. */
export const CONSTANCIA = 'tramites-rut.constancia-asistida';

export async function emitirConstancia(
  trx: Transaccion,
  o: { acto: string; titular: string; nombre: string; demostracion: boolean },
): Promise<void> {
  const version = await versionVigente(trx, o.titular);
  if (!version) throw new Error('Whoever was attended has a RUT');
  const { registro } = version;
  await emitirDocumento(trx, {
    tipo: CONSTANCIA,
    titular: o.titular,
    publico: {
      titulo: `Constancia: ${o.nombre}`,
      nit: registro.nit,
      dv: registro.dv,
      nombre: nombreDe(registro),
      estado: await estadoDeTitular(trx, o.titular),
      fecha: trx.hoy,
      demostracion: o.demostracion,
    },
    contenido: { acto: o.acto },
    clave: `${CONSTANCIA}:${o.acto}`,
    prioridad: 'alguienEspera',
  });
}

export function tipoConstancia(urlPublica: string): TipoDocumento {
  return {
    tipo: CONSTANCIA,
    delEstadoDelRut: true,
    nombre: 'Constancia de atención',
    nombreArchivo: (d) => `constancia-${d.idPublico}.pdf`,
    carta: (trx, d) => cartaDeConstancia(trx, d, urlPublica),

    async cargar(trx, d) {
      const atencion = await atencionPorId(trx, d.contenido.acto ?? '');
      if (!atencion) throw new Error(`The attention of document ${d.id} does not exist`);
      return { atencion, fundamento: trx.casa.uno(CLASES_ASISTIDAS, atencion.clase).fundamento };
    },

    async dibujar(cargado, d, autoridad) {
      const { atencion, fundamento } = cargado as { atencion: Atencion; fundamento: string };
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const hora = (instante: Date) => `${formatearFechaHora(instante)}, hora de Colombia`;
      return renderizarActa({
        presentacion: { ...atencion.presentado, titulo: `Constancia: ${atencion.presentado.titulo}` },
        destacado: {
          rotulo: 'Radicado',
          valor: atencion.resultado?.radicado ?? '',
          debajo: `Aceptado el ${hora(atencion.aceptadoEn ?? d.emitidoEn)}`,
        },
        rotulos: {
          asunto: 'Constancia de atención',
          cierre: 'Aceptación',
          explicacion:
            'Este documento prueba qué hizo la oficina con un funcionario, qué se le presentó a la persona y cuándo lo aceptó. ' +
            'El sello de la oficina lo cubre todo. Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
        },
        firma: [
          { clave: 'Radicado', valor: atencion.resultado?.radicado ?? '' },
          { clave: 'Presentado', valor: hora(atencion.presentadoEn) },
          { clave: 'Aceptado', valor: hora(atencion.aceptadoEn ?? d.emitidoEn) },
          {
            clave: 'Cómo aceptó',
            valor: `Dictó el código de un solo uso enviado a ${enmascarado(atencion.destino)}`,
          },
          { clave: 'Fundamento', valor: fundamento },
          { clave: 'Huella de lo presentado (SHA-256)', valor: atencion.hash },
        ],
        adjuntos: [],
        generadoEn: d.emitidoEn,
        codigo: d.idPublico,
        qr: urlDeQr(urlPublica, d.idPublico, declaracion),
        demostracion,
      });
    },
  };
}

/** Each receipt goes to the e-mail of the RUT. */
async function cartaDeConstancia(
  trx: Transaccion,
  d: DocumentoSellado,
  urlPublica: string,
): Promise<Carta | undefined> {
  const atencion = await atencionPorId(trx, d.contenido.acto ?? '');
  const contacto = atencion?.titular && (await contactoDeTitular(trx, atencion.titular));
  if (!atencion?.resultado || !contacto) return undefined;
  const { titulo } = atencion.presentado;
  return {
    destino: contacto.correo,
    asunto: `Quedó hecho: ${titulo}`,
    texto: [
      `Un funcionario hizo con usted «${titulo}», radicado ${atencion.resultado.radicado}, y usted lo aceptó con un código.`,
      'Adjuntamos la constancia. Guárdela: dice qué se le presentó y cuándo lo aceptó.',
      `Su RUT, con la copia al día, está en ${urlPublica}/de/${atencion.resultado.titularPublico}/rut`,
      `Quien reciba la constancia puede comprobarla en ${urlPublica}/verificar/${d.idPublico}`,
      'Si usted no pidió esto, responda cuanto antes a la oficina y revise en «Su cuenta» quién miró sus datos.',
    ].join('\n\n'),
    nombre: `constancia-${atencion.resultado.radicado}.pdf`,
  };
}
