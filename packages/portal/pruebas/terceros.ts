import { sembrarEntrega } from '../src/terceros/index.ts';
import { PDF_DE_PRUEBA } from './adjuntos.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { SISTEMA } from './transacciones.ts';

interface Reportado {
  /** Identifier of whom it is about, inside the database. */
  titular: string;
  anio?: number;
  /** With `cuenta`, the reporter's own identifier inside the database: it is in the RUT. */
  informante?: { nit: string; nombre: string; cuenta?: string };
  formato: string;
  concepto?: string;
  campos: Readonly<Record<string, number>>;
}

const EMPLEADOR: Required<Reportado>['informante'] = { nit: '899999777', nombre: 'Panadería La Espiga' };

/** Somebody fictional reports something of a taxpayer. */
export async function reportar(o: OficinaDePrueba, r: Reportado): Promise<void> {
  const { anio = 2025, informante = EMPLEADOR, formato, concepto = '', campos } = r;
  await o.oficina.comoPropietario(SISTEMA, async (trx) =>
    sembrarEntrega(trx, {
      ...{ informante: { nit: informante.nit, nombre: informante.nombre }, formato, anio },
      ...(informante.cuenta !== undefined && { titular: informante.cuenta }),
      registros: [{ tipo: '31', numero: await nitDe(o, r.titular), concepto, campos }],
    }),
  );
}

/** The same reporter delivers the format again, and it says only this of them: what it had said stands no more. */
export async function reemplazar(o: OficinaDePrueba, r: Reportado): Promise<void> {
  const { anio = 2025, informante = EMPLEADOR, formato, concepto = '', campos } = r;
  const [nueva] = await o.consultar<{ id: string }>(
    `insert into terceros.entrega (id, id_publico, titular_id, informante_nit, informante, ficticia, archivo, bytes, anio,
       reemplaza_id, empezada_en, leida_en, huella, formato, version, registros, total, errores, dudas, muestra, presentada_en)
     select gen_random_uuid(), substr(md5(v.id::text), 1, 26), v.titular_id, v.informante_nit, v.informante, true, v.archivo, 0,
       v.anio, v.id, $4, $4, v.huella, v.formato, v.version, 1, 0, 0, 0, '[]', $4
     from terceros.vigentes v where v.informante_nit = $1 and v.anio = $2 and v.formato = $3 returning id`,
    [informante.nit, anio, formato, o.reloj.ahora()],
  );
  if (!nueva) throw new Error('There is no delivery to be replaced');
  await o.consultar(
    `insert into terceros.registro (anio, numero, tipo, entrega_id, fila, concepto, campos) values ($1, $2, '31', $3, 1, $4, $5)`,
    [anio, await nitDe(o, r.titular), nueva.id, concepto, JSON.stringify(campos)],
  );
}

/** Says through its page that the first thing of the year that is not so yet is not so. @returns the address of the case */
export async function reclamar(
  n: Navegador,
  titular: string,
  { motivo = 'otro-valor', relato = 'Me pagaron la mitad: tengo la factura.' } = {},
): Promise<string> {
  const { body } = await n.ver(`/de/${titular}/reportado?anio=2025`);
  const [camino = ''] = /\/de\/[0-9a-z]{26}\/reportado\/2025\/[0-9a-f]{20}\/no-es-asi/.exec(body) ?? [];
  await n.ver(camino);
  const archivo = { campo: 'pruebas', nombre: 'factura.pdf', contenido: PDF_DE_PRUEBA };
  const { statusCode, headers } = await n.subir(camino, { motivo, relato }, archivo);
  if (statusCode !== 303) throw new Error(`reclamar: ${statusCode}`);
  return String(headers.location);
}

async function nitDe(o: OficinaDePrueba, titular: string): Promise<string> {
  const [t] = await o.consultar<{ nit: string }>('select nit from rut.titular where id = $1', [titular]);
  if (!t) throw new Error('There is no such taxpayer');
  return t.nit;
}
