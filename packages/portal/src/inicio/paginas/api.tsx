import { Detalles, Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import type { DocumentoOpenapi, Operacion } from '../../plataforma/index.ts';

interface Entrada {
  metodo: string;
  camino: string;
  operacion: Operacion;
}

/** The API, rendered from its OpenAPI document: the same page with and without script. */
export function paginaApi(doc: DocumentoOpenapi): string {
  const entradas = Object.entries(doc.paths).flatMap(([camino, metodos]) =>
    Object.entries(metodos).map(([metodo, operacion]) => ({
      metodo: metodo.toUpperCase(),
      camino,
      operacion,
    })),
  );
  return renderizarPagina(
    <Pagina titulo="API" ancho="ancha" indexable migas={[{ texto: 'Inicio', href: '/' }]}>
      <p class="govuk-body">
        Las mismas acciones de las páginas, para programas. Los datos van en JSON y los errores siguen RFC
        9457, con un <code>codigo</code> estable y el mensaje de cada campo. La descripción completa, para
        herramientas, está en{' '}
        <a class="govuk-link" href="/api/v1/openapi.json">
          openapi.json
        </a>{' '}
        (OpenAPI {doc.openapi}).
      </p>
      <p class="govuk-body">
        Las rutas con portador piden la cabecera <code>Authorization: Bearer …</code> con el{' '}
        <code>token</code> que devuelven la inscripción y el acceso. Repetir una solicitud que ya se recibió
        no la duplica.
      </p>
      {doc.tags.map(({ name }) => (
        <section>
          <h2 class="govuk-heading-m">{name}</h2>
          {entradas
            .filter((e) => e.operacion.tags.includes(name))
            .map((e) => (
              <Ruta {...e} />
            ))}
        </section>
      ))}
    </Pagina>,
  );
}

function Ruta({ metodo, camino, operacion: o }: Entrada) {
  const cuerpo = Object.entries(o.requestBody?.content ?? {})[0];
  const bien = Object.entries(o.responses).find(([estado]) => estado !== 'default');
  const respuesta = Object.entries(bien?.[1].content ?? {})[0];
  return (
    <Detalles resumen={`${o.summary}: ${metodo} ${camino}`}>
      {o.description ? <p class="govuk-body">{o.description}</p> : null}
      <p class="govuk-body">{o.security.length > 0 ? 'Con portador.' : 'Pública.'}</p>
      {cuerpo ? <Campos titulo={`Se envía (${cuerpo[0]})`} esquema={cuerpo[1].schema} /> : null}
      {respuesta ? (
        <Campos titulo={`Responde ${bien?.[0]} (${respuesta[0]})`} esquema={respuesta[1].schema} />
      ) : null}
    </Detalles>
  );
}

interface Propiedad {
  type?: string;
  format?: string;
  enum?: string[];
  const?: string;
  anyOf?: Propiedad[];
  items?: Propiedad;
}

function Campos({ titulo, esquema }: { titulo: string; esquema: Record<string, unknown> }) {
  const propiedades = Object.entries((esquema.properties ?? {}) as Record<string, Propiedad>);
  if (propiedades.length === 0) return <p class="govuk-body">{titulo}</p>;
  const obligatorios = new Set((esquema.required ?? []) as string[]);
  return (
    <Tabla
      titulo={titulo}
      columnas={[{ titulo: 'Campo' }, { titulo: 'Tipo' }, { titulo: 'Siempre' }]}
      filas={propiedades.map(([nombre, p]) => [
        <code>{nombre}</code>,
        tipoDe(p),
        obligatorios.has(nombre) ? 'Sí' : 'No',
      ])}
    />
  );
}

function tipoDe(p: Propiedad): string {
  if (p.const !== undefined) return `«${p.const}»`;
  if (p.enum) return p.enum.map((v) => `«${v}»`).join(' o ');
  if (p.anyOf) return p.anyOf.map(tipoDe).join(' o ');
  if (p.items) return `lista de ${tipoDe(p.items)}`;
  const nombres: Record<string, string> = {
    string: 'texto',
    integer: 'entero',
    boolean: 'sí o no',
    object: 'objeto',
    null: 'nulo',
    number: 'número',
  };
  const nombre = nombres[p.type ?? ''] ?? 'cualquiera';
  return p.format ? `${nombre} (${p.format})` : nombre;
}
