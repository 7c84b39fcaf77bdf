import {
  crearCertificadora,
  emitirDocumento,
  emitirRespuesta,
  firmarDocumento,
  type DocumentoPorEmitir,
} from '@autogestion/documentos/factura-electronica';
import { fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  encolar,
  nombreDelActor,
  sha256,
  trabajo,
  type EntornoTrabajo,
  type Trabajo,
  type Transaccion,
} from '../plataforma/index.ts';
import {
  recibirDocumento,
  type Autorizador,
  type EntornoDeRecepcion,
  type QuienEntrega,
} from './recepcion/index.ts';

/** A fictional person or company, as documents name it. */
interface ParteDeDemostracion {
  numero: string;
  tipo: string;
  nombre: string;
}

/** What a fictional person bought from a fictional company. */
export interface CompraDeDemostracion {
  emisor: ParteDeDemostracion;
  adquirente: ParteDeDemostracion;
  dia: Fecha;
  que: string;
  /** Pesos, before IVA. */
  valor: number;
  iva: 0 | 5 | 19;
  /** `10` cash, `48` credit card, `49` debit card, `47` transfer. */
  medio: string;
  /** What happened afterwards. */
  despues?: 'devuelta' | 'aceptada';
}

/** Of the demonstration alone: they close codes of documents that say so. */
const CLAVES = { claveTecnica: 'd'.repeat(40), pin: '20261' };
const SOFTWARE = '0d3a0000-0000-4000-8000-000000000001';
const RANGO = { resolucion: '18769999999999', prefijo: 'DEMO', desde: 1n, hasta: 9_999_999n };

/**
 * Sows what fictional companies sold, delivered as anybody's documents are: signed by a fictional provider of technology,
 * whose issuer the office trusts from then on as that of its demonstration. What it cannot deliver, it throws.
 */
async function sembrarFacturas(
  e: EntornoDeRecepcion,
  enTransaccion: EntornoTrabajo['enTransaccion'],
  compras: readonly CompraDeDemostracion[],
): Promise<void> {
  const primera = compras.map((c) => c.dia).toSorted()[0];
  if (primera === undefined) return;
  const desde = new Date(`${sumarDias(primera, -30)}T00:00:00Z`);
  const certificadora = await crearCertificadora('CERTIFICADORA FICTICIA DE LA DEMOSTRACIÓN', desde);
  const { llave, certificado } = await certificadora.certificar({
    nombre: 'PROVEEDOR TECNOLÓGICO FICTICIO',
    organizacion: 'PROVEEDOR TECNOLÓGICO FICTICIO S.A.S.',
  });
  const comoSistema: QuienEntrega = {
    enTransaccion,
    comoPropietario: true,
  };
  await comoSistema.enTransaccion((trx) =>
    sql`insert into facturas.emisor_de_certificados (huella, nombre, certificado, demostracion, actor, anotado_en)
      values (${sha256(certificadora.raiz)}, 'CERTIFICADORA FICTICIA DE LA DEMOSTRACIÓN', ${certificadora.raiz}, true,
        ${nombreDelActor(trx.actor)}, ${trx.ahora})`.execute(trx.bd),
  );
  const entorno = { ...e, autorizador: deDemostracion(compras) };
  const entregar = async (xml: string, momento: string, nombre: string): Promise<void> => {
    const firmado = firmarDocumento(xml, {
      ...{ llave, certificados: [certificado.raw], momento, papel: 'third party' },
    });
    const archivo = { nombre: `${nombre}.xml`, contenido: Buffer.from(firmado) };
    const { veredicto, hallazgos } = await recibirDocumento(entorno, comoSistema, archivo);
    if (veredicto === 'rechazado') throw new Error(`Demonstration: ${nombre}: ${JSON.stringify(hallazgos)}`);
  };
  for (const [i, compra] of compras.entries()) await sembrarUna(compra, i + 1, entregar);
}

const SEMBRAR = 'facturas.sembrar-demostracion';

/** Leaves to a job what fictional persons bought: a start does not wait for it. */
export const pedirFacturasDeDemostracion = (
  trx: Transaccion,
  compras: readonly CompraDeDemostracion[],
): Promise<void> =>
  encolar(trx, SEMBRAR, { compras: JSON.stringify(compras) }, { clave: SEMBRAR, prioridad: 'nadieEspera' });

/** Again, it finds each document in the register. */
export const trabajoSembrarFacturas = (e: EntornoDeRecepcion): Trabajo =>
  trabajo({
    nombre: SEMBRAR,
    ejecutar: ({ compras }: { compras: string }, { enTransaccion }) =>
      sembrarFacturas(e, enTransaccion, JSON.parse(compras) as CompraDeDemostracion[]),
  });

type Entregar = (xml: string, momento: string, nombre: string) => Promise<void>;

async function sembrarUna(c: CompraDeDemostracion, n: number, entregar: Entregar): Promise<void> {
  const numero = `${RANGO.prefijo}${n}`;
  const comun: Omit<DocumentoPorEmitir, 'clase' | 'numero' | 'momento'> = {
    ...{ ambiente: '1', emisor: c.emisor, adquirente: c.adquirente, claves: CLAVES, softwareId: SOFTWARE },
    lineas: [{ descripcion: `${c.que} (ficticio)`, cantidad: 1, valor: BigInt(c.valor) * 100n, iva: c.iva }],
  };
  const momento = `${c.dia}T10:30:00-05:00`;
  const factura = emitirDocumento({
    ...{ ...comun, clase: 'factura', numero, momento, pago: { forma: '1', medio: c.medio } },
    numeracion: {
      ...{ autorizacion: RANGO.resolucion, prefijo: RANGO.prefijo, primero: '1', ultimo: '9999999' },
      ...VIGENCIA,
    },
  });
  await entregar(factura.xml, momento, numero);
  if (c.despues === 'devuelta') {
    const suMomento = `${sumarDias(c.dia, 2)}T09:00:00-05:00`;
    const corrige = { numero, codigo: factura.codigo, fecha: c.dia, concepto: '2' };
    const nota = emitirDocumento({
      ...comun,
      clase: 'nota-credito',
      numero: `NC${n}`,
      momento: suMomento,
      corrige,
    });
    await entregar(nota.xml, suMomento, `NC${n}`);
  }
  if (c.despues !== 'aceptada') return;
  for (const [i, codigo] of ['030', '032', '033'].entries()) {
    const suMomento = `${sumarDias(c.dia, i)}T15:0${i}:00-05:00`;
    const { xml } = emitirRespuesta({
      ...{
        numero: `EV${n}${codigo}`,
        ambiente: '1',
        momento: suMomento,
        de: c.adquirente,
        para: c.emisor,
        codigo,
      },
      ...{ descripcion: 'Evento ficticio', softwareId: SOFTWARE, pin: CLAVES.pin },
      documento: { numero, codigo: factura.codigo, tipo: '01' },
    });
    await entregar(xml, suMomento, `EV${n}${codigo}`);
  }
}

const VIGENCIA = { desde: fecha('2020-01-01'), hasta: fecha('2040-12-31') };

/** The range and the software of every fictional company, and of nobody else. */
function deDemostracion(compras: readonly CompraDeDemostracion[]): Autorizador {
  const partes = new Set(compras.flatMap((c) => [c.emisor.numero, c.adquirente.numero]));
  return {
    rango: (_, { nitEmisor }) =>
      Promise.resolve(
        partes.has(nitEmisor)
          ? { ...RANGO, periodo: VIGENCIA, claveTecnica: CLAVES.claveTecnica }
          : undefined,
      ),
    pin: (_, { nit }) => Promise.resolve(partes.has(nit) ? CLAVES.pin : undefined),
  };
}
