import { concluir, quienExpide, responder, type Examen } from '@autogestion/documentos/factura-electronica';
import type { DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';
import {
  auditar,
  encolar,
  idPublico,
  leerAparte,
  sha256,
  uuidv7,
  type EnTransaccion,
  type Transaccion,
} from '../../plataforma/index.ts';
import { AVISAR_NOVEDADES, suscritas } from '../integridad/avisos.ts';
import { autorizacionDe } from './autorizador.ts';
import { entregaAceptadaDe, raicesDeConfianza } from './consultas.ts';
import type { ArchivoEntregado, Entrega, QuienEntrega } from './entrega.ts';
import { comoDocumento, comoEvento } from './como-filas.ts';
import type { EntornoDeRecepcion } from './entorno.ts';
import { guardarEntrega, inscribir } from './escribir.ts';
import { cifrasDe, cifrasDesmedidas } from './lo-que-dice.ts';
import { loQueYaHay } from './lo-que-ya-hay.ts';
import { respuestaPara } from './respuesta.ts';
import { revisarEnElRegistro } from './revisar-en-el-registro.ts';

/**
 * Receives a document: it is judged apart, with what the register knows of its surroundings, and kept with the signed
 * answer whatever the verdict is. What is accepted enters the register, once, and the sequences of both parties. The same
 * bytes give the same answer.
 * @throws ErrorDominio 503 when too many are being read
 */
export async function recibirDocumento(
  e: EntornoDeRecepcion,
  quien: QuienEntrega,
  archivo: ArchivoEntregado,
): Promise<Entrega> {
  const hash = sha256(archivo.contenido);
  const antes = await quien.enTransaccion(async (trx) => ({
    entrega: archivo.lote ? undefined : await entregaAceptadaDe(trx, hash, quien),
    raices: await raicesDeConfianza(trx),
  }));
  if (antes.entrega) return antes.entrega;
  // Read without a transaction open: a file takes as long as it takes.
  const examen = await leerAparte(() =>
    e.aparte.hacer('examinarFactura', new Uint8Array(archivo.contenido), { raices: antes.raices }),
  );
  return quien.enTransaccion((trx) => concluirEntrega(trx, e, { quien, archivo, hash, examen }));
}

interface PorConcluir {
  quien: QuienEntrega;
  archivo: ArchivoEntregado;
  hash: Buffer;
  /** Absent when reading it asked for more than any honest file does. */
  examen: (Examen & { cadena: Cadena }) | undefined;
}
type Cadena = 'confiable' | 'desconocida' | 'sin-emisores' | undefined;

async function concluirEntrega(
  trx: Transaccion,
  e: EntornoDeRecepcion,
  { quien, archivo, hash, examen }: PorConcluir,
): Promise<Entrega> {
  const juicio = await juzgar(trx, e, { quien, examen });
  const { documento: d, hallazgos, coincide, mismo } = juicio;
  const rechazado = hallazgos.some((h) => h.tipo === 'rechazo');
  const id = uuidv7(trx.ahora);
  const dado = respuestaPara(e, { documento: d, hallazgos, rechazado, ahora: trx.ahora });
  const respuesta = responder(dado, e.autoridad.material);
  const persona = quien.titular === undefined ? {} : { persona: quien.titular };
  const guardado = {
    archivo: await e.archivos.guardar(trx, {
      ...persona,
      tipo: 'application/xml',
      contenido: archivo.contenido,
    }),
    respuesta: await e.archivos.guardar(trx, {
      ...persona,
      tipo: 'application/xml',
      contenido: Buffer.from(respuesta.xml),
    }),
  };
  const entrega: Entrega = {
    id,
    idPublico: idPublico(),
    nombre: nombreLimpio(archivo.nombre),
    veredicto: rechazado ? 'rechazado' : mismo ? 'repetido' : 'aceptado',
    tipo: d?.tipo ?? null,
    numero: d?.numero ?? null,
    codigo: d?.codigo ?? null,
    nitEmisor: d?.emisor?.numero ?? null,
    hallazgos,
    archivo: guardado.archivo.id,
    respuesta: guardado.respuesta.id,
    respuestaCodigo: rechazado ? '04' : '02',
    recibidaEn: trx.ahora,
  };
  await guardarEntrega(trx, entrega, { quien, hash, tamano: archivo.contenido.length, lote: archivo.lote });
  if (entrega.veredicto === 'aceptado' && d && examen?.firmante) {
    const claves = await inscribir(trx, quien, {
      documento: comoDocumento(d, {
        ...{ entrega, coincide, hash: Buffer.from(examen.firmante.huella), cifras: cifrasDe(d) },
        ...{
          firmante: examen.firmante,
          cadena: examen.cadena === 'confiable' ? 'confiable' : 'sin-emisores',
        },
      }),
      evento: comoEvento(d, { ahora: trx.ahora, emisorDe: juicio.nitDeLaFactura }),
    });
    for (const suscripcion of await suscritas(trx, claves))
      await encolar(
        trx,
        AVISAR_NOVEDADES,
        { id: suscripcion },
        { clave: `${AVISAR_NOVEDADES}:${suscripcion}` },
      );
  }
  await auditar(trx, {
    accion: 'facturas.recibir-documento',
    objeto: `entrega:${id}`,
    ...persona,
    datos: { veredicto: entrega.veredicto, hallazgos: hallazgos.length },
  });
  return entrega;
}

interface Juicio {
  documento: DocumentoElectronico | undefined;
  hallazgos: Hallazgo[];
  coincide: boolean | null;
  /** It is in the register already, the very same. */
  mismo: boolean;
  nitDeLaFactura: string | undefined;
}

const DEMASIADO: Hallazgo = {
  regla: 'ZB01',
  tipo: 'rechazo',
  mensaje: 'Leer el archivo pide más tiempo o memoria que cualquier documento.',
};

async function juzgar(
  trx: Transaccion,
  e: EntornoDeRecepcion,
  { quien, examen }: Pick<PorConcluir, 'quien' | 'examen'>,
): Promise<Juicio> {
  const sinLeer = { documento: undefined, coincide: null, mismo: false, nitDeLaFactura: undefined };
  if (!examen) return { ...sinLeer, hallazgos: [DEMASIADO] };
  const { documento } = examen;
  if (!documento) return { ...sinLeer, hallazgos: [...concluir(examen, {}).hallazgos] };
  const nit = quienExpide(documento)?.numero ?? '';
  const { claves, hallazgos: delRango } = await autorizacionDe(trx, e.autorizador, { documento, nit });
  const veredicto = concluir(examen, claves);
  const hay = await loQueYaHay(trx, { documento, quien, huella: examen.firmante?.huella });
  const hallazgos = sinRepetir([
    ...veredicto.hallazgos.map(comoSeRegistra),
    ...sinComprobar(veredicto.codigoCoincide),
    ...delRango,
    ...cifrasDesmedidas(cifrasDe(documento)),
    ...sinLoQueSeGuarda(documento),
    ...revisarEnElRegistro(documento, examen.firmante?.momento, hay),
  ]);
  return {
    documento,
    hallazgos,
    coincide: veredicto.codigoCoincide,
    mismo: hay.mismo?.igual === true,
    nitDeLaFactura: hay.nitDeLaFactura,
  };
}

/** A document by itself may be signed by nobody knows whom; one that is registered, not. */
const comoSeRegistra = (h: Hallazgo): Hallazgo => (h.regla === 'ZE03' ? { ...h, tipo: 'rechazo' } : h);

const sinComprobar = (coincide: boolean | null): Hallazgo[] =>
  coincide === null
    ? [
        {
          regla: 'AD06',
          tipo: 'notificacion',
          mensaje: 'El código único no se comprobó: esta oficina no tiene la clave con que se cierra.',
        },
      ]
    : [];

/** Without these a document has no place in the register, whatever else is right in it. */
function sinLoQueSeGuarda(d: DocumentoElectronico): Hallazgo[] {
  const faltas: [boolean, string][] = [
    [/^[0-9a-f]{96}$/.test(d.codigo ?? ''), 'El código único son 96 caracteres, de 0 a 9 y de a a f.'],
    [/^[0-9A-Za-z]{1,20}$/.test(d.emisor?.numero ?? ''), 'El documento no dice el NIT de quien lo expide.'],
    [(d.numero?.length ?? 0) <= 60, 'El número del documento tiene más de 60 caracteres.'],
  ];
  return faltas.flatMap(([bien, mensaje]) =>
    bien ? [] : [{ regla: 'ZB01', tipo: 'rechazo' as const, mensaje }],
  );
}

/** The range is told by the document and by who authorized it: the same thing is said once. */
function sinRepetir(hallazgos: readonly Hallazgo[]): Hallazgo[] {
  const vistos = new Set<string>();
  return hallazgos.filter((h) => {
    const clave = `${h.regla}|${h.mensaje}`;
    return !vistos.has(clave) && vistos.add(clave);
  });
}

/** Without the folders of whoever sent it, and without what a screen does not show. */
const nombreLimpio = (nombre: string): string =>
  nombre
    .replace(/^.*[\\/]/, '')
    .replace(/\p{C}/gu, '')
    .slice(0, 120) || 'documento.xml';

/** Who delivers is the taxpayer of the request. */
export const elTitular = (p: {
  titular: string;
  enTransaccion: QuienEntrega['enTransaccion'];
}): QuienEntrega => ({ titular: p.titular, enTransaccion: p.enTransaccion });

/** An official, for anybody. */
export const unFuncionario = (
  funcionario: string,
  sesion: string,
  comoPropietario: EnTransaccion,
): QuienEntrega => ({
  funcionario,
  comoPropietario: true,
  enTransaccion: (obra) => comoPropietario({ tipo: 'funcionario', funcionario, sesion }, obra),
});
