# Rendered by PyKiln. In this folder "docker buildx bake" builds all of it, and
# "docker buildx bake NAME" one target or group. Without buildx each Dockerfile builds
# with "docker build -f FILE .".

group "default" {
  targets = ["quick"]
}

target "quick" {
  context    = "."
  dockerfile = "quick.Dockerfile"
  platforms  = ["linux/amd64", "linux/arm64"]
  tags       = ["pykiln:quick"]
}
