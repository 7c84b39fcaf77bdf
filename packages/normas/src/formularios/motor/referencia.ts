import type { Casilla, Formulario } from './definicion.ts';
import { nombrar } from './palabras.ts';
import type { Plan } from './plan.ts';
import { enClaves } from './simbolos.ts';

/**
 * The reference page of a form in a year, in Markdown: every box with what to write or how it is computed and its
 * articles, the parameters of the year, and the open points with how they are read.
 */
export function referenciaDe(plan: Plan): string {
  const { formulario, anio } = plan;
  return [
    `# Formulario ${formulario.codigo}, año gravable ${anio}`,
    `${formulario.nombre}.`,
    `Fuente: ${formulario.fuente}.`,
    ...formulario.secciones.flatMap(({ nombre, casillas }) => [
      `## ${nombre}`,
      tabla(
        ['Casilla', 'Nombre', 'Qué es', 'Norma'],
        casillas.map((c) => [c.clave, c.nombre, queEs(c, plan), c.norma ?? '']),
      ),
    ]),
    ...seccion('Resultados intermedios', formulario.auxiliares, () =>
      tabla(
        ['Clave', 'Nombre', 'Cómo se calcula', 'Norma'],
        formulario.auxiliares.map((a) => [a.clave, a.nombre, formulaDe(a, plan), a.norma ?? '']),
      ),
    ),
    ...seccion('Datos que no son casillas', formulario.hechos, () =>
      tabla(
        ['Clave', 'Nombre', 'Qué es', 'Norma'],
        formulario.hechos.map((h) => [h.clave, h.nombre, h.ayuda ?? '', h.norma ?? '']),
      ),
    ),
    ...seccion('Datos de los que salen casillas', Object.keys(formulario.compuestos ?? {}), () =>
      tabla(
        ['Clave', 'Nombre', 'Qué es', 'Casilla', 'Norma'],
        Object.entries(formulario.compuestos ?? {}).map(([clave, c]) => [
          clave,
          c.nombre,
          c.ayuda ?? '',
          c.casilla ?? '',
          c.norma,
        ]),
      ),
    ),
    ...formulario.anexos.flatMap((a) => [
      `## Anexo: ${a.nombre}`,
      tabla(
        ['Columna', 'Nombre', 'Qué es', 'Norma'],
        a.columnas.map((c) => [
          c.clave,
          c.nombre,
          c.codigos?.join(', ') ?? (c.formula ? 'Se calcula.' : ''),
          c.norma ?? '',
        ]),
      ),
    ]),
    `## Parámetros de ${anio}`,
    tabla(['Parámetro', 'Nombre', 'Valor', 'Norma'], parametrosDe(plan)),
    ...seccion('Lo que las fuentes dejan abierto', Object.keys(formulario.opciones), () =>
      abiertos(formulario),
    ),
  ].join('\n\n');
}

function queEs(c: Casilla, plan: Plan): string {
  const origen =
    c.origen === 'rut'
      ? 'Sale de su RUT.'
      : c.origen === 'oficina'
        ? ''
        : c.formula
          ? formulaDe(c, plan)
          : '';
  const duda = c.confianza === undefined ? '' : `(Confianza ${c.confianza}.)`;
  return [c.ayuda, origen, duda].filter((t) => t !== undefined && t !== '').join(' ');
}

function formulaDe({ formula }: Pick<Casilla, 'formula'>, plan: Plan): string {
  return formula ? `Es ${nombrar(formula, plan)}: \`${enClaves(formula, plan)}\`.` : '';
}

function parametrosDe(plan: Plan): string[][] {
  return Object.entries(plan.formulario.parametros).map(([clave, p]) => {
    const vigente = p.vigencias.find(
      (v) => v.desde <= plan.anio && plan.anio <= (v.hasta ?? plan.anio),
    )?.valor;
    const valor =
      vigente === undefined
        ? 'sin valor para este año'
        : typeof vigente === 'string'
          ? `${vigente}${p.tipo === 'uvt' ? ' UVT' : ''}`
          : vigente
              .map((t) => `desde ${t.desde} UVT: ${t.tarifa}${t.mas ? ` + ${t.mas} UVT` : ''}`)
              .join('; ');
    return [clave, p.nombre, valor, p.norma];
  });
}

function abiertos({ opciones }: Formulario): string {
  return Object.entries(opciones)
    .map(([clave, o]) => {
      const casos = Object.entries(o.casos).map(
        ([caso, texto]) => `  - \`${caso}\`${caso === o.defecto ? ' (así se toma)' : ''}: ${texto}.`,
      );
      return [`- **${o.nombre}** (\`${clave}\`). ${o.nota}`, ...casos].join('\n');
    })
    .join('\n');
}

function seccion(titulo: string, cosas: readonly unknown[], cuerpo: () => string): string[] {
  return cosas.length === 0 ? [] : [`## ${titulo}`, cuerpo()];
}

function tabla(cabeza: readonly string[], filas: readonly (readonly string[])[]): string {
  const renglon = (celdas: readonly string[]) =>
    `| ${celdas.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
  return [renglon(cabeza), renglon(cabeza.map(() => '---')), ...filas.map(renglon)].join('\n');
}
