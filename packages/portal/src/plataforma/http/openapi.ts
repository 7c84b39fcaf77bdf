import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { Problema } from './problema.ts';
import type { Ruta } from './ruta.ts';

type Esquema = Record<string, unknown>;

interface Parametro {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  schema: Esquema;
  description?: string;
}

export interface Operacion {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security: Record<string, string[]>[];
  parameters: Parametro[];
  requestBody?: { required: true; content: Record<string, { schema: Esquema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: Esquema }> }>;
}

export interface DocumentoOpenapi {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Partial<Record<'get' | 'post' | 'put' | 'delete', Operacion>>>;
  components: { securitySchemes: Record<string, Esquema>; schemas: Record<string, Esquema> };
}

const PROBLEMA = { $ref: '#/components/schemas/Problema' };
const ARCHIVO = {
  type: 'object',
  properties: { archivo: { type: 'string', format: 'binary' } },
  required: ['archivo'],
};

/**
 * The API as OpenAPI 3.1, from the route table: the schemas that parse the requests are the ones documented
 * (Zod writes JSON Schema 2020-12, the dialect of OpenAPI 3.1).
 */
export function documentoOpenapi(
  rutas: readonly Ruta[],
  o: { urlPublica: string; version: string },
): DocumentoOpenapi {
  const publicas = rutas.filter((r) => r.api);
  const paths: DocumentoOpenapi['paths'] = {};
  for (const r of publicas) {
    const camino = r.camino.replace(/:(\w+)/g, '{$1}');
    const metodo = r.metodo.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    paths[camino] = { ...paths[camino], [metodo]: operacion(r, r.api) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Autogestión',
      version: o.version,
      description:
        'Las mismas acciones de las páginas, para programas. Los errores siguen RFC 9457 con nuestro `codigo`. ' +
        'Terminar una inscripción otra vez responde lo mismo; pedir una copia acepta `Idempotency-Key`.',
    },
    servers: [{ url: o.urlPublica }],
    tags: [...new Set(publicas.map((r) => r.api?.etiqueta ?? ''))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { portador: { type: 'http', scheme: 'bearer' } },
      schemas: { Problema: esquema(Problema, 'output') },
    },
  };
}

function operacion(r: Ruta, api: Ruta['api']): Operacion {
  const { resumen = '', descripcion, etiqueta = '', respuestas = {} } = api ?? {};
  const cuerpo = cuerpoDe(r);
  return {
    operationId: r.nombre,
    summary: resumen,
    ...definidos({ description: descripcion || undefined }),
    tags: [etiqueta],
    security: r.acceso === 'publico' ? [] : [{ portador: [] }],
    parameters: parametrosDe(r),
    ...definidos({ requestBody: cuerpo }),
    responses: {
      ...Object.fromEntries(Object.entries(respuestas).map(([estado, forma]) => [estado, respuesta(forma)])),
      default: { description: 'Problema', content: { 'application/problem+json': { schema: PROBLEMA } } },
    },
  };
}

function parametrosDe(r: Ruta): Parametro[] {
  const deRuta = [...r.camino.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' },
  }));
  const opcionales: Parametro[] = [];
  const cabecera = (name: string, description: string) =>
    opcionales.push({ name, in: 'header', required: false, schema: { type: 'string' }, description });
  if (r.api?.idempotente) cabecera('Idempotency-Key', 'La misma clave da la misma respuesta.');
  if (r.metodo === 'PUT')
    cabecera('If-Match', 'Revisión que usted conoce; si la respuesta cambió después, 409.');
  return [...deRuta, ...opcionales];
}

function cuerpoDe(r: Ruta): Operacion['requestBody'] {
  if (r.multiparte) return { required: true, content: { 'multipart/form-data': { schema: ARCHIVO } } };
  if (!r.cuerpo) return undefined;
  return { required: true, content: { 'application/json': { schema: esquema(r.cuerpo, 'input') } } };
}

function respuesta(forma: z.ZodType | string): Operacion['responses'][string] {
  return typeof forma === 'string'
    ? { description: 'Bien', content: { [forma]: { schema: { type: 'string', format: 'binary' } } } }
    : { description: 'Bien', content: { 'application/json': { schema: esquema(forma, 'output') } } };
}

function esquema(forma: z.ZodType, lado: 'input' | 'output'): Esquema {
  const { $schema, ...resto } = z.toJSONSchema(forma, { io: lado, unrepresentable: 'any' });
  void $schema; // The document says its dialect once, by its version.
  return resto;
}
