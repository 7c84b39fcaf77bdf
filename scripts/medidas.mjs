import './lib/exigir-node.mjs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { RAIZ } from './lib/procesos.mjs';

// npm run medidas: what the pattern of the portal costs, counted in its sources.
const SRC = join(RAIZ, 'packages', 'portal', 'src');
const fuentes = readdirSync(SRC, { recursive: true })
  .filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f))
  .map((f) => ({ f, texto: readFileSync(join(SRC, f), 'utf8') }));

const preguntas = fuentes.flatMap(({ f, texto }) => lineasDePreguntas(f, texto)).sort((a, b) => a - b);
const contar = (patron) => fuentes.reduce((n, { texto }) => n + (texto.match(patron)?.length ?? 0), 0);
const lineas = (f) => readFileSync(join(SRC, f), 'utf8').split('\n').length - 1;

console.log(`preguntas declaradas: ${preguntas.length}`);
console.log(`líneas de una pregunta: mediana ${mediana(preguntas)}, media ${media(preguntas)}`);
console.log(`líneas de app.ts: ${lineas('app.ts')}`);
console.log(`claves opcionales escritas con &&: ${contar(/\.\.\.\([^\n]*&& ?\{/g)}`);
console.log(`marcos de página: ${fuentes.filter(({ texto }) => /<html\b/.test(texto)).length}`);

/** Lines of each question put in a script: from its slug to the end of its type. */
function lineasDePreguntas(f, texto) {
  if (!texto.includes('.paso(')) return [];
  const fuente = ts.createSourceFile(f, texto, ts.ScriptTarget.Latest, true);
  const salida = [];
  const mirar = (nodo) => {
    if (
      ts.isCallExpression(nodo) &&
      ts.isPropertyAccessExpression(nodo.expression) &&
      nodo.expression.name.text === 'paso'
    ) {
      const desde = fuente.getLineAndCharacterOfPosition(nodo.expression.name.getStart(fuente)).line;
      salida.push(fuente.getLineAndCharacterOfPosition(nodo.getEnd()).line - desde + 1);
    }
    ts.forEachChild(nodo, mirar);
  };
  mirar(fuente);
  return salida;
}

function mediana(lista) {
  return lista[Math.floor(lista.length / 2)] ?? 0;
}

function media(lista) {
  return (lista.reduce((a, b) => a + b, 0) / Math.max(1, lista.length)).toFixed(1).replace('.', ',');
}
