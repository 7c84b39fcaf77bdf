import {
  Boton,
  Detalles,
  Formulario,
  Pagina,
  renderizarPagina,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { ARCHIVO, LOTE } from '../preguntas.ts';

interface Props {
  valores?: Valores;
  errores?: Record<string, string>;
}

/** A file, or what is pasted, with the returns of many clients. */
export const paginaPreparar = ({ valores = {}, errores = {} }: Props) =>
  renderizarPagina(
    <Pagina
      titulo="Preparar declaraciones de sus clientes"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Sus clientes', href: '/clientes' },
      ]}
      errores={errores}
    >
      <p class="govuk-body">
        Primero ve qué cambiaría en cada cliente y qué está mal, por renglón y columna; nada se guarda hasta
        que usted lo confirme. <strong>De cada cliente se guarda todo o nada.</strong>
      </p>
      <Formulario accion="/clientes/preparar" conArchivos>
        <Preguntar pregunta={ARCHIVO} nombre="Archivo" errores={errores} />
        <Preguntar pregunta={LOTE} nombre="O péguelo aquí" {...{ valores, errores }} />
        <Boton>Ver qué cambiaría</Boton>
      </Formulario>
      <Detalles resumen="Cómo se escribe el archivo">
        <p>
          El primer renglón tiene los títulos y cada uno de los demás, una casilla de un cliente. El NIT va
          sin dígito de verificación; el período es <code>anual</code>, o el bimestre del formulario 2593. Los
          datos que no son casillas se escriben como <code>hechos.dependientes</code>. Los anexos no se llenan
          por lotes.
        </p>
        <p>
          <code class="huella">nit;formulario;anio;periodo;casilla;valor</code>
          <br />
          <code class="huella">1990000003;210;2025;anual;32;50000000</code>
        </p>
        <p>
          En JSON:{' '}
          <code>
            {'{"declaraciones":[{"nit":"…","formulario":"210","anio":2025,"casillas":{"32":50000000}}]}'}
          </code>
        </p>
      </Detalles>
    </Pagina>,
  );
