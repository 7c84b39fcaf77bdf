import { join, relative } from 'node:path';
import ts from 'typescript';
import { raizDelPaquete } from '../../src/plataforma/base-de-datos/index.ts';
import { FUNCIONES } from '../../src/plataforma/base-de-datos/funciones.ts';
import { nombreDeArgumento } from '../../src/plataforma/base-de-datos/llamar.ts';

/** A statement as PostgreSQL will get it, with what the compiler knows of it. */
export interface Texto {
  /** `src/rut/consultas.ts:55`. */
  donde: string;
  texto: string;
  /** Type of the value of `$1`, `$2`…; undefined where `llamada` already checked it. */
  valores: (ts.Type | undefined)[];
  /** What was written in `sql<…>`. */
  fila: ts.Type | undefined;
}

export interface Lectura {
  verificador: ts.TypeChecker;
  textos: Texto[];
  /** Pieces of a statement that cannot be known without running: there are none. */
  ilegibles: string[];
}

interface Pedazo {
  texto: string;
  valores: (ts.Type | undefined)[];
}

const VERBO = /^\s*(select|insert|update|delete|with)\b/i;

/**
 * Every statement written with the `sql` tag in the sources of the portal (tests are not among them). A piece that is
 * chosen by a condition gives one statement for each side.
 * @param ensayos files that are not on disk, by their path inside `src`: for proving what the checks say.
 */
export function leerTextos(ensayos: Record<string, string> = {}): Lectura {
  const raiz = raizDelPaquete();
  const { config } = ts.readConfigFile(join(raiz, 'tsconfig.json'), (p) => ts.sys.readFile(p)) as {
    config: object;
  };
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, raiz);
  const virtuales = new Map(Object.entries(ensayos).map(([a, t]) => [join(raiz, 'src', a), t]));
  const anfitrion = ts.createCompilerHost(options);
  const deDisco = ts.createCompilerHost(options);
  anfitrion.readFile = (f) => virtuales.get(f) ?? deDisco.readFile(f);
  anfitrion.fileExists = (f) => virtuales.has(f) || deDisco.fileExists(f);
  anfitrion.getSourceFile = (f, ...resto) => {
    const texto = virtuales.get(f);
    return texto === undefined
      ? deDisco.getSourceFile(f, ...resto)
      : ts.createSourceFile(f, texto, ts.ScriptTarget.Latest, true);
  };
  const suyos = fileNames.filter((f) => f.startsWith(join(raiz, 'src')) && !/\.test\.tsx?$/.test(f));
  const programa = ts.createProgram([...suyos, ...virtuales.keys()], options, anfitrion);
  const lectura: Lectura = { verificador: programa.getTypeChecker(), textos: [], ilegibles: [] };
  const propios = new Set([...suyos, ...virtuales.keys()]);
  for (const archivo of programa.getSourceFiles())
    if (propios.has(archivo.fileName) && !archivo.fileName.endsWith('base-de-datos/llamar.ts'))
      recorrer(archivo, archivo, lectura, raiz);
  return lectura;
}

function recorrer(nodo: ts.Node, archivo: ts.SourceFile, l: Lectura, raiz: string): void {
  if (esSql(nodo) && VERBO.test(nodo.template.getText().slice(1))) {
    const { line } = archivo.getLineAndCharacterOfPosition(nodo.getStart());
    const donde = `${relative(raiz, archivo.fileName)}:${line + 1}`;
    const [tipo] = nodo.typeArguments ?? [];
    const fila = tipo && l.verificador.getTypeFromTypeNode(tipo);
    try {
      for (const p of pedazosDe(nodo, l.verificador)) l.textos.push({ donde, fila, ...numerado(p) });
    } catch (error) {
      l.ilegibles.push(`${donde}: ${(error as Error).message}`);
    }
  }
  ts.forEachChild(nodo, (hijo) => recorrer(hijo, archivo, l, raiz));
}

const esSql = (n: ts.Node): n is ts.TaggedTemplateExpression =>
  ts.isTaggedTemplateExpression(n) && n.tag.getText() === 'sql';

/** Where a value goes, until it is known which number it has. */
const HUECO = '\u0000';
const numerado = ({ texto, valores }: Pedazo): Pedazo => {
  let n = 0;
  return { texto: texto.replaceAll(HUECO, () => `$${++n}`), valores };
};

function pedazosDe(nodo: ts.Expression, v: ts.TypeChecker): Pedazo[] {
  if (ts.isParenthesizedExpression(nodo)) return pedazosDe(nodo.expression, v);
  if (ts.isConditionalExpression(nodo))
    return [...pedazosDe(nodo.whenTrue, v), ...pedazosDe(nodo.whenFalse, v)];
  if (esSql(nodo)) return deLaPlantilla(nodo.template, v);
  if (ts.isCallExpression(nodo)) return deLaLlamada(nodo, v);
  if (ts.isIdentifier(nodo)) {
    const declarado = v.getSymbolAtLocation(nodo)?.valueDeclaration;
    if (declarado && ts.isVariableDeclaration(declarado) && declarado.initializer)
      return pedazosDe(declarado.initializer, v);
  }
  throw new Error(`what ${nodo.getText()} says is not known before running`);
}

function deLaPlantilla(plantilla: ts.TemplateLiteral, v: ts.TypeChecker): Pedazo[] {
  if (ts.isNoSubstitutionTemplateLiteral(plantilla)) return [{ texto: plantilla.text, valores: [] }];
  let hechos: Pedazo[] = [{ texto: plantilla.head.text, valores: [] }];
  for (const { expression, literal } of plantilla.templateSpans) {
    const tipo = v.getTypeAtLocation(expression);
    const piezas: Pedazo[] = tipo.getProperty('isRawBuilder')
      ? pedazosDe(expression, v)
      : [{ texto: HUECO, valores: [tipo] }];
    hechos = hechos.flatMap((h) =>
      piezas.map((p) => ({
        texto: h.texto + p.texto + literal.text,
        valores: [...h.valores, ...p.valores],
      })),
    );
  }
  return hechos;
}

function deLaLlamada(nodo: ts.CallExpression, v: ts.TypeChecker): Pedazo[] {
  const [primero] = nodo.arguments;
  const quien = nodo.expression.getText();
  if (quien === 'sql.raw' && primero && ts.isStringLiteralLike(primero))
    return [{ texto: primero.text, valores: [] }];
  if (quien === 'llamada' && primero && ts.isStringLiteralLike(primero)) {
    const { pide } = FUNCIONES[primero.text as keyof typeof FUNCIONES];
    const partes = Object.entries(pide).map(([a, tipo]) => `${nombreDeArgumento(a)} => ${HUECO}::${tipo}`);
    return [{ texto: `${primero.text}(${partes.join(', ')})`, valores: partes.map(() => undefined) }];
  }
  // A function of the same room that gives a piece: what it returns, if it is one expression.
  const simbolo = v.getSymbolAtLocation(nodo.expression);
  const declarado = simbolo?.valueDeclaration;
  const funcion = declarado && ts.isVariableDeclaration(declarado) ? declarado.initializer : undefined;
  if (funcion && ts.isArrowFunction(funcion) && !ts.isBlock(funcion.body)) return pedazosDe(funcion.body, v);
  throw new Error(`what ${quien}(…) gives is not known before running`);
}
