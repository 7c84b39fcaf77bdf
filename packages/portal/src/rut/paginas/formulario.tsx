import { formatearFechaHora } from '@autogestion/normas/fechas';
import { bloquesDeHojas, casillasHoja1 } from '@autogestion/normas/rut';
import { ListaResumen, NumeroDeCasilla, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import type { VersionRut } from '../consultas.ts';

/** Form 001 as it stands: every box with a value, sheet by sheet. */
export function paginaFormulario({ version: v, base }: { version: VersionRut; base: string }): string {
  const casillas = casillasHoja1(v.registro, { concepto: v.concepto, numeroFormulario: v.formulario });
  const secciones = [...new Set(casillas.map((c) => c.seccion))];
  return renderizarPagina(
    <Pagina
      titulo="Formulario 001"
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: base.replace(/\/rut$/, '') },
        { texto: 'Su RUT', href: base },
      ]}
    >
      <p class="govuk-body">
        Todas las casillas de su RUT, con sus números y códigos. Versión {v.numero}, del{' '}
        {formatearFechaHora(v.creadaEn)}.
      </p>
      {secciones.map((seccion) => (
        <Seccion
          seccion={seccion}
          casillas={casillas.filter((c) => c.seccion === seccion && c.valor !== '')}
        />
      ))}
      {bloquesDeHojas(v.registro).map((b) => (
        <Seccion
          seccion={`Hoja ${b.hoja}. ${b.nombre}`}
          casillas={b.casillas.filter((c) => c.valor !== '')}
        />
      ))}
    </Pagina>,
  );
}

function Seccion({
  seccion,
  casillas,
}: {
  seccion: string;
  casillas: readonly { numero: string; nombre: string; valor: string }[];
}) {
  if (casillas.length === 0) return null;
  return (
    <ListaResumen
      titulo={seccion}
      filas={casillas.map((c) => ({
        rotulo: (
          <>
            <NumeroDeCasilla numero={Number(c.numero)} /> {c.nombre}
          </>
        ),
        valor: c.valor.split('\n').map((l) => <div>{l}</div>),
      }))}
    />
  );
}
