import { firmarDeclaracion, renderizarActa, urlDeQr } from '@autogestion/documentos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import { enviarMensaje, trabajo, type Trabajo, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular, estadoDeTitular, nombreDe, versionVigente } from '../../rut/index.ts';
import { emitirDocumento, type TipoDocumento } from '../../sello/index.ts';
import { CLASES_ASISTIDAS, type ActoAsistido } from './acto.ts';
import { actoPorId } from './consultas.ts';

/** Kind of document: what was done for a person in the office, and that they accepted it. */
export const CONSTANCIA = 'tramites-rut.constancia-asistida';
export const ENTREGAR_CONSTANCIA = 'tramites-rut.entregar-constancia';

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
    nombre: 'Constancia de atención',
    nombreArchivo: (d) => `constancia-${d.idPublico}.pdf`,

    async cargar(trx, d) {
      const acto = await actoPorId(trx, d.contenido.acto ?? '');
      if (!acto) throw new Error(`The assisted act of document ${d.id} does not exist`);
      return { acto, fundamento: trx.casa.uno(CLASES_ASISTIDAS, acto.clase).fundamento };
    },

    async dibujar(cargado, d, autoridad) {
      const { acto, fundamento } = cargado as { acto: ActoAsistido; fundamento: string };
      const { nit, dv, nombre, estado, fecha, demostracion } = d.publico;
      const declaracion = await firmarDeclaracion(
        { id: d.idPublico, nit, dv, nombre, estado, fecha },
        autoridad.material,
      );
      const hora = (instante: Date) => `${formatearFechaHora(instante)}, hora de Colombia`;
      return renderizarActa({
        presentacion: { ...acto.presentado, titulo: `Constancia: ${acto.presentado.titulo}` },
        rotulos: {
          asunto: 'Constancia de atención',
          cierre: 'Aceptación',
          explicacion:
            'Este documento prueba qué hizo la oficina con un funcionario, qué se le presentó a la persona y cuándo lo aceptó. ' +
            'El sello de la oficina lo cubre todo. Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
        },
        firma: [
          { clave: 'Radicado', valor: acto.resultado?.radicado ?? '' },
          { clave: 'Presentado', valor: hora(acto.presentadoEn) },
          { clave: 'Aceptado', valor: hora(acto.aceptadoEn ?? d.emitidoEn) },
          {
            clave: 'Cómo aceptó',
            valor: `Dictó el código de un solo uso enviado a ${enmascarado(acto.destino)}`,
          },
          { clave: 'Fundamento', valor: fundamento },
          { clave: 'Huella de lo presentado (SHA-256)', valor: acto.hash },
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

const enmascarado = (correo: string): string => correo.replace(/^(.).*(@.*)$/, '$1…$2');

/** Handles `sello.documento-sellado`: each receipt goes to the e-mail of the RUT, once. */
export function trabajosAsistidos(o: { urlPublica: string }): Trabajo[] {
  return [
    trabajo<{ id: string }>({
      nombre: ENTREGAR_CONSTANCIA,
      ejecutar: ({ id }, { enTransaccion }) => enTransaccion((trx) => entregar(trx, id, o.urlPublica)),
    }),
  ];
}

async function entregar(trx: Transaccion, id: string, urlPublica: string): Promise<void> {
  const { rows } = await sql<{
    tipo: string;
    contenido: { acto?: string };
    id_publico: string;
    archivo_id: string | null;
  }>`select tipo, contenido, id_publico, archivo_id from sello.documentos where id = ${id}`.execute(trx.bd);
  const d = rows[0];
  if (!d?.archivo_id || d.tipo !== CONSTANCIA) return;
  const acto = await actoPorId(trx, d.contenido.acto ?? '');
  if (!acto?.titular || !acto.resultado) return;
  const ya = await sql`select from tramites_rut.constancia_entregada where documento_id = ${id}`.execute(
    trx.bd,
  );
  const contacto = await contactoDeTitular(trx, acto.titular);
  if (ya.rows.length > 0 || !contacto) return;
  const mensaje = await enviarMensaje(trx, {
    canal: 'correo',
    destino: contacto.correo,
    asunto: `Quedó hecho: ${acto.presentado.titulo}`,
    texto: [
      `Un funcionario hizo con usted «${acto.presentado.titulo}», radicado ${acto.resultado.radicado}, y usted lo aceptó con un código.`,
      'Adjuntamos la constancia. Guárdela: dice qué se le presentó y cuándo lo aceptó.',
      `Su RUT, con la copia al día, está en ${urlPublica}/de/${acto.resultado.titularPublico}/rut`,
      `Quien reciba la constancia puede comprobarla en ${urlPublica}/verificar/${d.id_publico}`,
      'Si usted no pidió esto, responda cuanto antes a la oficina y revise en «Su cuenta» quién miró sus datos.',
    ].join('\n\n'),
    adjuntos: [{ nombre: `constancia-${acto.resultado.radicado}.pdf`, archivo: d.archivo_id }],
  });
  // The primary key makes a second delivery fail with its message, and the job's retry finds this row.
  await sql`insert into tramites_rut.constancia_entregada (documento_id, mensaje_id, entregada_en)
    values (${id}, ${mensaje}, ${trx.ahora})`.execute(trx.bd);
}
