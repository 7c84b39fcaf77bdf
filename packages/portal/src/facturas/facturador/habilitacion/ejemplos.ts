import type { Certificadora } from '@autogestion/documentos/factura-electronica';
import { SET_DE_PRUEBA } from '@autogestion/normas/factura';
import type { RegistroRut } from '@autogestion/normas/rut';
import { nombreDe } from '../../../rut/index.ts';
import type { Habilitacion } from './consultas.ts';

/** The documents that the demonstration makes for whoever has no software yet: a whole set. */
export const EJEMPLOS = ['factura-1', 'factura-2', 'nota-credito', 'nota-debito'] as const;
type Ejemplo = (typeof EJEMPLOS)[number];

const NUMEROS: Readonly<Record<Ejemplo, string>> = {
  'factura-1': 'SETP990000001',
  'factura-2': 'SETP990000002',
  'nota-credito': 'NC1',
  'nota-debito': 'ND1',
};

/** In Colombia's time, as documents write it. */
const enHoraDeColombia = (instante: Date): string =>
  `${new Date(instante.getTime() - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`;

type Firmante = Awaited<ReturnType<Certificadora['certificar']>>;

/** With what the documents of each set are signed, in this process: making a key takes a while, and it proves nothing. */
const firmantes = new Map<string, Promise<Firmante>>();
const FIRMANTES_MAXIMOS = 100;

function firmanteDe(h: Habilitacion, hacer: () => Promise<Firmante>): Promise<Firmante> {
  const suyo = firmantes.get(h.id) ?? hacer();
  if (firmantes.size >= FIRMANTES_MAXIMOS) firmantes.clear();
  firmantes.set(h.id, suyo);
  return suyo;
}

/** A document of the set of somebody, signed with a certificate that proves nothing. The same one always has the same code. */
export async function documentoDeEjemplo(
  cual: Ejemplo,
  de: { registro: RegistroRut; habilitacion: Habilitacion; pin: string },
): Promise<{ nombre: string; xml: string }> {
  // What makes XML is loaded only by the demonstration.
  const m = await import('@autogestion/documentos/factura-electronica');
  const { registro, habilitacion: h } = de;
  const momento = enHoraDeColombia(h.empezadaEn);
  const comun = {
    ambiente: SET_DE_PRUEBA.ambiente,
    momento,
    emisor: { numero: registro.nit, tipo: '31', nombre: nombreDe(registro) },
    adquirente: { numero: '222222222222', tipo: '13', nombre: 'Consumidor final' },
    claves: { claveTecnica: SET_DE_PRUEBA.claveTecnica, pin: de.pin },
    softwareId: h.software.softwareId,
    pago: { forma: '1', medio: '10' },
  };
  const factura = (n: 'factura-1' | 'factura-2') =>
    m.emitirDocumento({
      ...comun,
      clase: 'factura',
      numero: NUMEROS[n],
      numeracion: {
        autorizacion: SET_DE_PRUEBA.resolucion,
        desde: SET_DE_PRUEBA.vigenteDesde,
        hasta: SET_DE_PRUEBA.vigenteHasta,
        prefijo: SET_DE_PRUEBA.prefijo,
        primero: String(SET_DE_PRUEBA.desde),
        ultimo: String(SET_DE_PRUEBA.hasta),
      },
      lineas: [
        {
          descripcion: 'Cuaderno de prueba',
          cantidad: n === 'factura-1' ? 2 : 3,
          valor: 10_000_000n,
          iva: 19,
        },
      ],
    });
  const nota = (clase: 'nota-credito' | 'nota-debito') =>
    m.emitirDocumento({
      ...comun,
      clase,
      numero: NUMEROS[clase],
      lineas: [{ descripcion: 'Ajuste de prueba', cantidad: 1, valor: 1_000_000n, iva: 19 }],
      corrige: {
        numero: NUMEROS['factura-1'],
        codigo: factura('factura-1').codigo,
        fecha: momento.slice(0, 10),
        concepto: clase === 'nota-credito' ? '1' : '3',
      },
    });
  const { xml } = cual === 'factura-1' || cual === 'factura-2' ? factura(cual) : nota(cual);
  const { llave, certificado } = await firmanteDe(h, async () => {
    const desde = new Date(h.empezadaEn.getTime() - 86_400_000);
    const certificadora = await m.crearCertificadora('Demostración, sin validez', desde);
    return certificadora.certificar({
      nombre: `${nombreDe(registro)}, NIT ${registro.nit}`,
      organizacion: 'Demostración, sin validez',
    });
  });
  return {
    nombre: `${NUMEROS[cual]}.xml`,
    xml: m.firmarDocumento(xml, { llave, certificados: [certificado.raw], momento }),
  };
}
