import {
  Boton,
  Detalles,
  Formulario,
  Pagina,
  renderizarPagina,
  type EstadoDeFormulario,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { FORMATOS } from '@autogestion/normas/exogena';
import { deExogena } from '../direcciones.ts';
import { ARCHIVO, MAXIMO_DE_FORMULARIO, preguntasDe, type ParaTraer } from '../preguntas.ts';
import { enMb } from './estado.tsx';

interface Props extends EstadoDeFormulario {
  titular: string;
  para: ParaTraer;
}

/** Where a file is brought: in parts where there is script, in one piece where there is none. */
export const paginaNueva = ({ titular, para, ...escrito }: Props): string =>
  renderizarPagina(
    <Pagina
      titulo="Entregar un archivo"
      islas={['entrega']}
      errores={escrito.errores}
      migas={[
        { texto: 'Inicio', href: `/de/${titular}` },
        { texto: 'Información de terceros', href: deExogena(titular) },
      ]}
    >
      <p class="govuk-body">
        Revisamos todo el archivo antes de que firme. Si algo está mal, no queda nada presentado y le decimos
        la fila y la columna de cada error.
      </p>
      <ag-entrega data-empezar={`${deExogena(titular)}/empezar`}>
        <Formulario accion={`${deExogena(titular)}/nueva`} conArchivos>
          <Preguntar pregunta={preguntasDe(para)} {...escrito} />
          <Preguntar pregunta={ARCHIVO} {...escrito} />
          <Boton>Enviar y revisar</Boton>
        </Formulario>
      </ag-entrega>
      <Detalles resumen="Qué archivos se reciben">
        <p class="govuk-body">Hasta 500.000 registros y 400 MB, de estos formatos:</p>
        <ul class="govuk-list govuk-list--bullet">
          {FORMATOS.map((f) => (
            <li>
              {f.codigo}, versión {f.version}: {f.nombre}
            </li>
          ))}
        </ul>
        <p class="govuk-body">
          El XML se llama «Dmuisca_», seguido del concepto (01 nueva, 02 reemplazo), el formato, la versión,
          el año de envío y el número de envío. En CSV y XLSX la primera fila lleva los nombres de las
          columnas, en cualquier orden.
        </p>
        <p class="govuk-body">
          Sin JavaScript el archivo llega de una vez y puede pesar hasta {enMb(MAXIMO_DE_FORMULARIO)}: si pesa
          más, comprímalo con gzip.
        </p>
      </Detalles>
    </Pagina>,
  );
