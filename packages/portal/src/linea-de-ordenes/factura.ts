import { calcularCodigo, claseDeCodigo } from '@autogestion/normas/factura';
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
