import {
  Boton,
  CampoArchivo,
  camposDe,
  Formulario,
  Pagina,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import type { Reportado } from '../../mio/index.ts';
import { MAXIMO_PRUEBAS } from '../abrir-reclamo.ts';
import { PLAZO_DEL_REPORTANTE } from '../plazo.ts';
import { POR_QUE } from '../preguntas.ts';
import { LoReportado } from './piezas.tsx';

/** «Esto no es así»: what was reported, why it is not so, and what shows it. */
export function paginaReclamar(o: {
  x: Reportado;
  anio: number;
  /** `/de/<titular>` */
  base: string;
  accion: string;
  valores: Valores;
  errores?: Errores;
}): string {
  const { x, valores, errores = {} } = o;
  const campo = camposDe({ valores, errores });
  return renderizarPagina(
    <Pagina
      titulo="Esto no es así"
      volver={{ href: `${o.base}/reportado?anio=${o.anio}`, texto: 'Volver a lo reportado' }}
      errores={errores}
    >
      <LoReportado r={x} />
      <p class="govuk-body">
        Solo quien lo reportó puede corregirlo. Le avisamos y tiene {PLAZO_DEL_REPORTANTE.cantidad} días
        hábiles para responder. Es una regla de esta oficina: la ley no fija un plazo. Mientras tanto, usted
        declara lo que de verdad ocurrió.
      </p>
      <p class="govuk-body">
        Quien lo reportó lee su explicación y los archivos que adjunte. No ponga en ellos lo que no deba ver.
      </p>
      <Formulario accion={o.accion} conArchivos>
        {POR_QUE.pagina({ datos: {}, nombre: '', campo, valores, errores })}
        <CampoArchivo
          {...campo.texto('pruebas')}
          etiqueta="Soportes"
          ayuda={`Hasta ${MAXIMO_PRUEBAS} archivos: fotos o PDF de facturas, contratos, certificados o extractos.`}
          acepta="application/pdf,image/jpeg,image/png"
          varios
          opcional
        />
        <Boton>Decir que no es así</Boton>
      </Formulario>
    </Pagina>,
  );
}
