import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Dibujo,
  EnlaceBoton,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  Teselas,
  TextoInset,
} from '../../interfaz/index.ts';

/** The front door: what anyone can do, before and after saying who they are. */
export const paginaInicio = (o: { demostracion: boolean }) =>
  renderizarPagina(
    <Pagina
      titulo="Sus trámites de impuestos, desde su casa"
      encabezado={null}
      ancho="ancha"
      indexable
      descripcion="Oficina abierta de autogestión tributaria para Colombia"
    >
      <div class="portada">
        <div>
          <h1 class="govuk-heading-xl">Sus trámites de impuestos, desde su casa</h1>
          <p class="govuk-body-l">
            En el celular, sin filas y sin costo. Cada paso queda guardado y cada trámite le da un acuse.
          </p>
          <GrupoDeBotones>
            <EnlaceBoton href="/rut/inscripcion" inicio>
              Inscribirse en el RUT
            </EnlaceBoton>
            <EnlaceBoton href="/entrar" variante="secundario">
              Ya tengo RUT: entrar
            </EnlaceBoton>
          </GrupoDeBotones>
        </div>
        <Dibujo nombre="puesto" />
      </div>
      {o.demostracion ? (
        <TextoInset>
          Esto es una demostración: las personas son ficticias y los documentos no tienen validez. Los correos
          y mensajes de texto se leen en el{' '}
          <a class="govuk-link" href="/operacion/buzon">
            buzón de la demostración
          </a>
          .
        </TextoInset>
      ) : null}
      <Teselas
        titulo="También puede"
        teselas={[
          {
            icono: 'lapiz',
            texto: 'Seguir una inscripción',
            href: '/rut/inscripcion/retomar',
            dato: 'Guardamos su borrador 30 días',
          },
          {
            icono: 'qr',
            texto: 'Verificar un documento',
            href: '/verificar',
            dato: 'Con el QR, el código o el archivo',
          },
          { icono: 'buscar', texto: 'Ver el estado de un RUT', href: '/rut/estado', dato: 'Con el NIT' },
          {
            icono: 'camara',
            texto: 'Consultar una factura',
            href: '/facturas/consultar',
            dato: 'Con su código QR o su CUFE',
          },
          {
            icono: 'tienda',
            texto: '¿Es facturador electrónico?',
            href: '/facturacion/facturador',
            dato: 'Con el NIT de quien le vende',
          },
          {
            icono: 'recibo',
            texto: '¿Debo facturar?',
            href: '/facturacion/estoy-obligado',
            dato: 'Unas preguntas, y la norma',
          },
          {
            icono: 'ayuda',
            texto: 'Pedir ayuda',
            href: '/ayuda',
            dato: 'Lo que más se pregunta',
          },
        ]}
      />
    </Pagina>,
  );

export const paginaEstado = (o: { responde: boolean; ahora: Date }) =>
  renderizarPagina(
    <Pagina titulo="Estado del servicio" migas={[{ texto: 'Inicio', href: '/' }]}>
      {o.responde ? (
        <p class="govuk-body">
          <strong>El servicio funciona.</strong> Lo comprobamos en este momento: {formatearFechaHora(o.ahora)}
        </p>
      ) : (
        <p class="govuk-body">
          <strong>El servicio no puede guardar datos en este momento.</strong> Lo que ya había guardado sigue
          guardado. Estamos trabajando en ello. {formatearFechaHora(o.ahora)}
        </p>
      )}
    </Pagina>,
  );
