/** The only file that makes and ends pools. */
export const CASA_DE_POOLS = 'packages/portal/src/plataforma/base-de-datos/conexion.ts';

/**
 * ESLint: a pool of pg, whatever its name, is made by `poolDe` and ended by `cerrarPool`. Its own `end` resolves while
 * idle connections are still open, and the server that goes away just then tells them of it as a fault that nobody hears.
 */
export const poolsEnSuCasa = {
  meta: { type: 'problem', schema: [] },
  create(contexto) {
    const { program, esTreeNodeToTSNodeMap: nodos } = contexto.sourceCode.parserServices;
    if (!program) return {};
    const tipos = program.getTypeChecker();
    const esPool = (nodo) => {
      const simbolo = tipos.getTypeAtLocation(nodos.get(nodo)).getSymbol();
      return (
        simbolo?.name === 'Pool' &&
        simbolo.declarations.some((d) => /@types\/pg\//.test(d.getSourceFile().fileName))
      );
    };
    return {
      NewExpression(nodo) {
        if (esPool(nodo)) contexto.report({ node: nodo, message: 'Pools are made by abrirPool or poolDe.' });
      },
      'CallExpression > MemberExpression[property.name="end"]'(nodo) {
        if (esPool(nodo.object)) contexto.report({ node: nodo, message: 'Pools are ended by cerrarPool.' });
      },
    };
  },
};
