import { readFile, stat } from 'node:fs/promises';
import type { VeredictoDeFactura } from '@autogestion/documentos/factura-electronica';
import { calcularCodigo, claseDeCodigo, CLASES } from '@autogestion/normas/factura';
import type { CamposDelDocumento, CodigoCalculado } from '@autogestion/normas/factura';
import { leerObjeto } from './entrada.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

const EJEMPLOS = 'CUFE, CUDE, CUDS, CUDE-evento, CUNE o SoftwareSecurityCode';

export const ordenFacturaCufe: Orden = {
  uso: 'factura cufe --entrada ARCHIVO.json [--json] | factura cufe --entrada -',
  ayuda: 'CUFE, CUDE, CUDS y demás códigos de un documento electrónico',
  opciones: { entrada: { type: 'string' }, json: { type: 'boolean' } },
  async ejecutar({ argumentos, opciones: { entrada, json } }) {
    if (argumentos.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${argumentos.join(' ')}».`);
    if (entrada === '-') return porLineas((pregunta) => enJson(calcular(pregunta)));
    const calculado = calcular(await leerObjeto(entrada));
    if (json) console.log(enJson(calculado));
    else console.log(`${calculado.clase}  ${calculado.codigo}\nde la cadena  ${calculado.cadena}`);
    if (!calculado.comprobada) {
      console.error('No verifica el ejemplo que publica la DIAN: confirme este código antes de usarlo.');
    }
    return 0;
  },
};

/**
 * `{"kind":"CUFE","fields":{"NumFac":…}}`. Without `fields`, the fields stand beside the kind; without kind,
 * a `SoftwareID` tells the code of security. What else the object says (`order`, `id`…) is not looked at.
 */
function calcular(pregunta: Pregunta): CodigoCalculado {
  const nombre = comoTexto(pregunta.kind ?? pregunta.clase);
  const clase = claseDeCodigo(nombre === '' && 'SoftwareID' in pregunta ? 'SoftwareSecurityCode' : nombre);
  if (!clase) throw new ErrorDeUso('clase-desconocida', `El código es uno de estos: ${EJEMPLOS}.`, 'kind');
  const r = calcularCodigo(clase, camposDe(pregunta));
  if (!r.ok) throw new ErrorDeUso(r.codigo, r.mensaje, r.campo);
  return r.valor;
}

/** Largest file of a document that is read whole into memory. */
const BYTES_MAXIMOS = 8 * 1024 * 1024;

/** The verdict is the answer, whatever it is: ends with 0, and with 2 only when it was called wrong. */
export const ordenFacturaVerificar: Orden = {
  uso: 'factura verificar ARCHIVO.xml [--clave-tecnica K] [--pin P] [--json]',
  ayuda: 'Dice qué tiene mal un documento electrónico: estructura, código único y firma',
  opciones: {
    'clave-tecnica': { type: 'string' },
    pin: { type: 'string' },
    json: { type: 'boolean' },
  },
  async ejecutar({ argumentos: [archivo, ...sobran], opciones }) {
    if (!archivo) throw new ErrorDeUso('sin-archivo', 'Falta el archivo del documento.');
    if (sobran.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${sobran.join(' ')}».`);
    const claves = {
      claveTecnica: claveDada(opciones['clave-tecnica'], 'CUFE', 'ClTec', 'clave-tecnica'),
      pin: claveDada(opciones.pin, 'CUDE', 'SoftwarePIN', 'pin'),
    };
    const bytes = await leerArchivo(archivo);
    // What reads XML is loaded only by the order that needs it.
    const { verificarFactura } = await import('@autogestion/documentos/factura-electronica');
    const veredicto = verificarFactura(bytes, claves);
    console.log(opciones.json ? JSON.stringify(veredicto) : enPalabras(veredicto));
    return 0;
  },
};

async function leerArchivo(archivo: string): Promise<Buffer> {
  const tamano = await stat(archivo).then(
    (s) => (s.isFile() ? s.size : undefined),
    () => undefined,
  );
  if (tamano === undefined) throw new ErrorDeUso('entrada', `No se puede leer ${archivo}.`);
  if (tamano > BYTES_MAXIMOS) throw new ErrorDeUso('tamano', 'El archivo pasa de 8 MB: no es un documento.');
  return readFile(archivo);
}

/** A key that cannot be one is a slip of who asks, not a fault of the document. */
function claveDada(
  dada: string | boolean | (string | boolean)[] | undefined,
  clase: 'CUFE' | 'CUDE',
  campo: string,
  casilla: string,
): string | undefined {
  if (typeof dada !== 'string') return undefined;
  const leer = CLASES[clase].tramos.flatMap((t) => ('campo' in t && t.campo === campo ? [t.leer] : []))[0];
  const leida = leer?.(dada);
  if (leida?.ok === false) throw new ErrorDeUso(leida.codigo, leida.mensaje, casilla);
  return dada.trim();
}

function enPalabras({ tipo, numero, codigoCoincide, firma, hallazgos }: VeredictoDeFactura): string {
  const codigo =
    codigoCoincide === null ? 'sin comprobar: falta la clave' : codigoCoincide ? 'coincide' : 'no coincide';
  return [
    `Documento ${tipo ?? 'desconocido'} ${numero ?? ''}`.trim(),
    `Código único: ${codigo}`,
    `Firma: ${FIRMAS[firma]}`,
    ...hallazgos.map((h) => `${h.regla}  ${h.tipo === 'rechazo' ? 'Rechazo' : 'Notificación'}: ${h.mensaje}`),
  ].join('\n');
}

const FIRMAS = { valida: 'válida', invalida: 'inválida', ausente: 'no tiene' };

function camposDe(pregunta: Pregunta): CamposDelDocumento {
  const campos = pregunta.fields ?? pregunta.campos;
  if (campos === undefined) {
    const { SoftwareID, PIN, NumDoc } = pregunta;
    return { SoftwareID, PIN, NumDoc };
  }
  if (typeof campos !== 'object' || campos === null || Array.isArray(campos)) {
    throw new ErrorDeUso('entrada', 'Los datos del documento van en un objeto: "fields":{…}.', 'fields');
  }
  return { ...campos };
}

function enJson({ codigo, cadena }: CodigoCalculado): string {
  return JSON.stringify({ codigo, cadena });
}
