import type { ConstanciaVerificada } from '@autogestion/documentos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import { ListaResumen, Pagina, Panel, renderizarPagina } from '../../interfaz/index.ts';

const ROTULOS: Readonly<Record<string, string>> = {
  numero: 'Número',
  fechaYHora: 'Fecha y hora',
  loQueSeIntento: 'Lo que se intentó',
  porQueFallo: 'Por qué falló',
  referencia: 'Referencia',
  huellaDeLoEnviado: 'Huella de lo enviado',
};

/** What a file turned out to be. */
export function paginaVeredicto(v: ConstanciaVerificada | undefined): string {
  const titulo = v ? 'La constancia es verdadera' : 'No es una constancia de esta oficina';
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      encabezado={null}
      indexable={false}
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Constancias de intento', href: '/constancias' },
      ]}
    >
      <Panel titulo={titulo} tono={v ? 'bien' : 'mal'} dibujo={v ? 'sello-bien' : 'sello-mal'}>
        {v ? 'La firmó esta oficina y nadie la cambió.' : 'No la firmó esta oficina, o alguien la cambió.'}
      </Panel>
      {v ? (
        <ListaResumen
          filas={[
            ...datosDe(v.texto).map(([rotulo, valor]) => ({ rotulo, valor })),
            { rotulo: 'Firmada', valor: formatearFechaHora(v.firmadaEn) },
          ]}
        />
      ) : (
        <p class="govuk-body">
          Elija el archivo tal como lo descargó, sin abrirlo ni copiarlo en otro programa. Si la constancia es
          de otra oficina, verifíquela allí.
        </p>
      )}
      <p>
        <a href="/constancias">Verificar otra</a>
      </p>
    </Pagina>,
  );
}

/** What the office signed is its own text: it is read as it was written. */
function datosDe(texto: string): [string, string][] {
  const dicho = JSON.parse(texto) as Record<string, unknown>;
  return Object.entries(ROTULOS).flatMap(([clave, rotulo]) => {
    const valor = dicho[clave];
    return typeof valor === 'string' ? [[rotulo, valor] as [string, string]] : [];
  });
}
